/** The rules of data-masking rules, and those that exist from the start. */
@NullMarked
package io.parley.admin.maskingrule;

import org.jspecify.annotations.NullMarked;
