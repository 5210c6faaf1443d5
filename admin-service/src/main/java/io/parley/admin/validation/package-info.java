/** Finds everything that is wrong with a request, each with its JSON pointer. */
@NullMarked
package io.parley.admin.validation;

import org.jspecify.annotations.NullMarked;
