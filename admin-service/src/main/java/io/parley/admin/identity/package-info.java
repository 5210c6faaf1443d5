/** Sign-in, tokens, the key set that verifies them, and the first administrator. */
@NullMarked
package io.parley.admin.identity;

import org.jspecify.annotations.NullMarked;
