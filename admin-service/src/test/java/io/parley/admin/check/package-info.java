/** Tests of going through the steps of a check, without a provider. */
@NullMarked
package io.parley.admin.check;

import org.jspecify.annotations.NullMarked;
