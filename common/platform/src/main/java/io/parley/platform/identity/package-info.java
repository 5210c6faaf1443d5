/** Who is calling. */
@NullMarked
package io.parley.platform.identity;

import org.jspecify.annotations.NullMarked;
