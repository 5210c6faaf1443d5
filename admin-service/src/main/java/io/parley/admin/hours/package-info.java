/** When the business is open. */
@NullMarked
package io.parley.admin.hours;

import org.jspecify.annotations.NullMarked;
