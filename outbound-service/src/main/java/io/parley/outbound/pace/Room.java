package io.parley.outbound.pace;

import java.util.Map;
import java.util.UUID;

/**
 * How many calls may be begun.
 *
 * @param calls through all accounts together
 * @param perAccount how many may be under way at a time through one account
 * @param underWay what is under way, by account
 */
public record Room(int calls, int perAccount, Map<UUID, Integer> underWay) {

  public Room {
    underWay = Map.copyOf(underWay);
  }
}
