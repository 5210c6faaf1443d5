/** Advice about webhook URLs. */
@NullMarked
package io.parley.admin.hook;

import org.jspecify.annotations.NullMarked;
