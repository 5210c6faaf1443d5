/** Decides when a record is safe, so that its webhook may be acknowledged. */
@NullMarked
package io.parley.ingress.acceptance;

import org.jspecify.annotations.NullMarked;
