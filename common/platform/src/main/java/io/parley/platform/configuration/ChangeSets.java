package io.parley.platform.configuration;

import io.parley.events.ConfigurationChanged;
import io.parley.events.configuration.ConfigurationObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Makes whole configurations of the records of the compacted topic, however they are divided into
 * polls, and whatever the broker has compacted away meanwhile.
 *
 * <p>Three things could make a configuration half of one change set and half of another. The set is
 * not there to its end: so nothing of a set counts before its last record. A record is gone because
 * a later one has replaced it, and that one has not been read: so after a gap in the offsets
 * nothing counts before the end that the topic then had, where what has replaced it must be. And
 * the relay publishes again what it had published before it died, beginning with versions that are
 * superseded: so an object never becomes older than it is, and after a gap, where even the newest
 * record of an object may have been replaced by a repeated one, nothing counts before the newest
 * version has come again.
 *
 * <p>Pure but for its memory; not thread-safe.
 */
final class ChangeSets {

  /** The version of every object there ever was; deletions, too, must not be undone. */
  private final Map<UUID, Long> versions = new HashMap<>();

  private final List<ChangeRecord> open = new ArrayList<>();
  private final Map<UUID, ConfigurationObject> settled = new HashMap<>();
  private long settledVersion;

  /** The offset up to which everything is in {@link #settled}. */
  private long settledTo;

  /** The newest that was asked for; made again only then, because a start reads many sets. */
  private ConfigurationSnapshot made = ConfigurationSnapshot.EMPTY;

  private boolean changed;

  private long nextOffset;
  private long newestVersion;
  private boolean gaps;

  /** Where everything has been read that had replaced what was missing so far. */
  private long wholeFrom;

  /**
   * Takes in the records of one poll.
   *
   * @param records in the order of the topic
   * @param position the offset that would be read next
   * @param end asked for the end of the topic, which is not before the position, when records are
   *     missing
   */
  void read(List<ChangeRecord> records, long position, LongSupplier end) {
    boolean gap = false;
    for (ChangeRecord record : records) {
      gap |= record.offset() != nextOffset;
      gaps |= gap;
      nextOffset = record.offset() + 1;
      take(record);
    }
    gap |= position != nextOffset;
    gaps |= gap;
    nextOffset = position;
    if (open.isEmpty()) {
      settledTo = position;
    }
    if (gap) {
      wholeFrom = Math.max(wholeFrom, end.getAsLong());
    }
  }

  /**
   * The newest whole configuration, the same object as before when nothing has changed; empty while
   * none can be made of what was read.
   */
  Optional<ConfigurationSnapshot> whole() {
    if (settledTo < wholeFrom) {
      return Optional.empty();
    }
    if (changed) {
      made = new ConfigurationSnapshot(settledVersion, settled);
      changed = false;
    }
    return Optional.of(made);
  }

  private void take(ChangeRecord record) {
    boolean repeats = record.version() < newestVersion;
    if (record.version() == 0 || (repeats && !gaps && !isNews(record))) {
      return;
    }
    boolean mayEnd = !repeats || (!gaps && open.isEmpty());
    newestVersion = Math.max(newestVersion, record.version());
    open.add(record);
    if (mayEnd && !record.more()) {
      settle();
      settledTo = record.offset() + 1;
    }
  }

  private boolean isNews(ChangeRecord record) {
    return record
        .change()
        .filter(change -> versions.getOrDefault(change.id(), 0L) < record.version())
        .isPresent();
  }

  private void settle() {
    open.stream().flatMap(record -> record.change().stream()).forEach(this::settle);
    open.clear();
    settledVersion = newestVersion;
    changed = true;
  }

  private void settle(ConfigurationChanged change) {
    if (versions.getOrDefault(change.id(), 0L) > change.version()) {
      return;
    }
    versions.put(change.id(), change.version());
    ConfigurationObject data = change.data();
    if (data == null) {
      settled.remove(change.id());
    } else {
      settled.put(change.id(), data);
    }
  }
}
