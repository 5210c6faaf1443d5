/** Checks texts in several languages and what stands in braces in them. */
@NullMarked
package io.parley.admin.text;

import org.jspecify.annotations.NullMarked;
