/** What providers report about messages of ours, in whatever order it arrives. */
@NullMarked
package io.parley.outbound.receipt;

import org.jspecify.annotations.NullMarked;
