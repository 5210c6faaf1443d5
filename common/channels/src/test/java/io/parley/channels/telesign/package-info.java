/** Tests of TeleSign's package. */
@NullMarked
package io.parley.channels.telesign;

import org.jspecify.annotations.NullMarked;
