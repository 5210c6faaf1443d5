/** Calls as providers make them, for tests. */
@NullMarked
package io.parley.testing.webhook;

import org.jspecify.annotations.NullMarked;
