/** Tests of how far changes have got. */
@NullMarked
package io.parley.admin.propagation;

import org.jspecify.annotations.NullMarked;
