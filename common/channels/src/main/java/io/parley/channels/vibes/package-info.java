/** Vibes: SMS in the United States and Canada through its HTTP Message API (providers/vibes.md). */
@NullMarked
package io.parley.channels.vibes;

import org.jspecify.annotations.NullMarked;
