/** The keys that open secret fields. */
@NullMarked
package io.parley.platform.secrets;

import org.jspecify.annotations.NullMarked;
