/** Limits of work of certain kinds. */
@NullMarked
package io.parley.admin.capacity;

import org.jspecify.annotations.NullMarked;
