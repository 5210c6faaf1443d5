package io.parley.outbound.dispatch;

import java.util.Map;
import java.util.UUID;

/**
 * How many calls may be begun.
 *
 * @param calls through all accounts together
 * @param perAccount how many may be under way at a time through one account
 * @param underWay what is under way, by account
 */
record Room(int calls, int perAccount, Map<UUID, Integer> underWay) {

  Room {
    underWay = Map.copyOf(underWay);
  }
}
