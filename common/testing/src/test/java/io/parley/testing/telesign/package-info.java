/** Checks the fixtures against the vectors of providers/telesign.md. */
@NullMarked
package io.parley.testing.telesign;

import org.jspecify.annotations.NullMarked;
