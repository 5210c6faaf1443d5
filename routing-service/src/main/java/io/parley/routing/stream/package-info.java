/** What must reach an agent's desk at once, over a WebSocket. */
@NullMarked
package io.parley.routing.stream;

import org.jspecify.annotations.NullMarked;
