/** Calls as LINK Mobility makes them, for tests; independent of the code under test. */
@NullMarked
package io.parley.testing.linkmobility;

import org.jspecify.annotations.NullMarked;
