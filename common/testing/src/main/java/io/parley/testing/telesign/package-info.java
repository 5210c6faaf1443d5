/** Calls as TeleSign makes them, for tests; independent of the code under test. */
@NullMarked
package io.parley.testing.telesign;

import org.jspecify.annotations.NullMarked;
