/**
 * The routing service: joins messages to conversations, offers these to agents, and serves the
 * agents' API.
 */
@NullMarked
package io.parley.routing;

import org.jspecify.annotations.NullMarked;
