/** Calls as Infobip makes them, for tests; independent of the code under test. */
@NullMarked
package io.parley.testing.infobip;

import org.jspecify.annotations.NullMarked;
