/** The service as its clients see it. */
@NullMarked
package io.parley.admin;

import org.jspecify.annotations.NullMarked;
