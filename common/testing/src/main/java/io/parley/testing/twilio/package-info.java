/** Calls as Twilio makes them, for tests; independent of the code under test. */
@NullMarked
package io.parley.testing.twilio;

import org.jspecify.annotations.NullMarked;
