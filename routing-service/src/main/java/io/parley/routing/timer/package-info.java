/** What happens because time has passed. */
@NullMarked
package io.parley.routing.timer;

import org.jspecify.annotations.NullMarked;
