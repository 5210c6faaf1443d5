/** Checks the fixtures against the vectors of providers/google-business-messages.md. */
@NullMarked
package io.parley.testing.google;

import org.jspecify.annotations.NullMarked;
