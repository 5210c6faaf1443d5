/** Secrets of accounts. */
@NullMarked
package io.parley.channels.secrets;

import org.jspecify.annotations.NullMarked;
