/** Refusals that say why: RFC 9457 problem details from one catalogue. */
@NullMarked
package io.parley.platform.problem;

import org.jspecify.annotations.NullMarked;
