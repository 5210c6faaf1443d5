/** Tests of texts in several languages. */
@NullMarked
package io.parley.admin.text;

import org.jspecify.annotations.NullMarked;
