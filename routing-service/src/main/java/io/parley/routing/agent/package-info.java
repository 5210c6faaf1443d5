/** Agents as routing sees them: presence, load, connection. */
@NullMarked
package io.parley.routing.agent;

import org.jspecify.annotations.NullMarked;
