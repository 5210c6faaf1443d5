/** An outgoing message: its states, the moves between them, and its rows. */
@NullMarked
package io.parley.outbound.message;

import org.jspecify.annotations.NullMarked;
