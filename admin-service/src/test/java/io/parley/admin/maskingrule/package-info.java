/** Tests of data-masking rules. */
@NullMarked
package io.parley.admin.maskingrule;

import org.jspecify.annotations.NullMarked;
