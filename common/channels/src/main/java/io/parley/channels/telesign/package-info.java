/** TeleSign, for SMS (providers/telesign.md). */
@NullMarked
package io.parley.channels.telesign;

import org.jspecify.annotations.NullMarked;
