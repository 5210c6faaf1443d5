/** Takes replies in from Kafka. */
@NullMarked
package io.parley.outbound.reply;

import org.jspecify.annotations.NullMarked;
