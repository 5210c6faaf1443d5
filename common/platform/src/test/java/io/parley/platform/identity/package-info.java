/** Tokens of several issuers. */
@NullMarked
package io.parley.platform.identity;

import org.jspecify.annotations.NullMarked;
