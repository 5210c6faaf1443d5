/** Files that agents attach to their answers. */
@NullMarked
package io.parley.routing.attachment;

import org.jspecify.annotations.NullMarked;
