/** Shows what holds for secret fields, their keys and references. */
@NullMarked
package io.parley.channels.secrets;

import org.jspecify.annotations.NullMarked;
