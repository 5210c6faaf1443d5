package io.parley.ingress.fallback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits in the table.
 *
 * @param rows at most so many; rows that were never written count until older ones are forwarded
 * @param oldest when the first of them was stored, if there is one
 */
record Backlog(long rows, @Nullable Instant oldest) {

  static final Backlog NONE = new Backlog(0, null);
}
