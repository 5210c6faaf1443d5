package io.parley.routing.distribution;

import java.util.Optional;

/**
 * What one round in a queue came to.
 *
 * @param offered conversations that were offered
 * @param lost agents that another instance was quicker with
 * @param next where to go on; empty when nothing waits any more or nobody has room
 */
record Round(int offered, int lost, Optional<Place> next) {

  /** Nobody has room for anything. */
  static final Round NOBODY = new Round(0, 0, Optional.empty());
}
