/**
 * Calls as a service behind a custom channel makes them, for tests; independent of the code under
 * test.
 */
@NullMarked
package io.parley.testing.custom;

import org.jspecify.annotations.NullMarked;
