/** Calls as Azure's Event Grid makes them, for tests; independent of the code under test. */
@NullMarked
package io.parley.testing.azure;

import org.jspecify.annotations.NullMarked;
