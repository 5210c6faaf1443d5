/** Sends the heads of the lines, and finds out what became of calls without an answer. */
@NullMarked
package io.parley.outbound.dispatch;

import org.jspecify.annotations.NullMarked;
