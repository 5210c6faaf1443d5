/** Calls as Vibes makes them, for tests; independent of the code under test. */
@NullMarked
package io.parley.testing.vibes;

import org.jspecify.annotations.NullMarked;
