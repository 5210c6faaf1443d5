/** Calls as Google makes them, for tests; independent of the code under test. */
@NullMarked
package io.parley.testing.google;

import org.jspecify.annotations.NullMarked;
