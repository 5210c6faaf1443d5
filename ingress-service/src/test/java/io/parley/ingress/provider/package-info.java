/** What each provider sends, through the real endpoint: its answer, and what is then on Kafka. */
@NullMarked
package io.parley.ingress.provider;

import org.jspecify.annotations.NullMarked;
