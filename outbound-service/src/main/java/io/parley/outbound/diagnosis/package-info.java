/** Shows where messages stand. */
@NullMarked
package io.parley.outbound.diagnosis;

import org.jspecify.annotations.NullMarked;
