/** What must hold of the whole: real processes, real servers, real kills. */
@NullMarked
package io.parley.local;

import org.jspecify.annotations.NullMarked;
