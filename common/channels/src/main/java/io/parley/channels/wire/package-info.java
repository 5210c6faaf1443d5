/** What providers' wires have in common: bodies, fields, callers, tokens, answers and dates. */
@NullMarked
package io.parley.channels.wire;

import org.jspecify.annotations.NullMarked;
