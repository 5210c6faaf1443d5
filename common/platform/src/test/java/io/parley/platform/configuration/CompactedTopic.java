package io.parley.platform.configuration;

import io.parley.events.ConfigurationChanged;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** A topic whose broker may at any time remove any records that later ones have replaced. */
final class CompactedTopic {

  private final List<ChangeRecord> records = new ArrayList<>();
  private long end;

  void append(ConfigurationChanged change) {
    records.add(ChangeRecord.of(end++, change));
  }

  long end() {
    return end;
  }

  void compact(Random random) {
    Set<UUID> later = new HashSet<>();
    List<ChangeRecord> kept = new ArrayList<>();
    for (ChangeRecord record : records.reversed()) {
      boolean replaced = !later.add(record.change().orElseThrow().id());
      if (!replaced || random.nextInt(4) == 0) {
        kept.add(record);
      }
    }
    records.clear();
    records.addAll(kept.reversed());
  }

  /** What a reader at this position gets, and where it is afterwards. */
  Poll poll(long position, int most) {
    List<ChangeRecord> found =
        records.stream().filter(r -> r.offset() >= position).limit(most).toList();
    // A reader that has been given everything stands at the end, also when the last was removed.
    return found.size() < most
        ? new Poll(found, end)
        : new Poll(found, found.getLast().offset() + 1);
  }

  /**
   * One answer of the broker.
   *
   * @param next the position afterwards
   */
  record Poll(List<ChangeRecord> records, long next) {}
}
