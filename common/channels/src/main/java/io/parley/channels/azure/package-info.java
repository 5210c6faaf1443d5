/** Text messages through Azure Communication Services, and its events through Event Grid. */
@NullMarked
package io.parley.channels.azure;

import org.jspecify.annotations.NullMarked;
