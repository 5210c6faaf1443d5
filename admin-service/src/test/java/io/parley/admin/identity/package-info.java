/** Keys, tokens and the first administrator. */
@NullMarked
package io.parley.admin.identity;

import org.jspecify.annotations.NullMarked;
