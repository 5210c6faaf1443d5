/** Built-in users. */
@NullMarked
package io.parley.admin.user;

import org.jspecify.annotations.NullMarked;
