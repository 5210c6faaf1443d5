/** Business units. */
@NullMarked
package io.parley.admin.unit;

import org.jspecify.annotations.NullMarked;
