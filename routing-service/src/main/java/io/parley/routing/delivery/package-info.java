/** What became of replies, shown in the thread. */
@NullMarked
package io.parley.routing.delivery;

import org.jspecify.annotations.NullMarked;
