/** Checks accounts at their providers, with calls that send nothing. */
@NullMarked
package io.parley.admin.check;

import org.jspecify.annotations.NullMarked;
