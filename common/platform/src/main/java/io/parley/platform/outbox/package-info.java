/** State changes and the events about them commit together; a relay publishes them in order. */
@NullMarked
package io.parley.platform.outbox;

import org.jspecify.annotations.NullMarked;
