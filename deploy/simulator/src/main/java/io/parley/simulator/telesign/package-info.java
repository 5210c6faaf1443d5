/** TeleSign's Messaging API with its signed callbacks (providers/telesign.md). */
@NullMarked
package io.parley.simulator.telesign;

import org.jspecify.annotations.NullMarked;
