/** Hashing and checking of passwords. */
@NullMarked
package io.parley.admin.password;

import org.jspecify.annotations.NullMarked;
