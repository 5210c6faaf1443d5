/** Time and identifiers as parameters. */
@NullMarked
package io.parley.platform.time;

import org.jspecify.annotations.NullMarked;
