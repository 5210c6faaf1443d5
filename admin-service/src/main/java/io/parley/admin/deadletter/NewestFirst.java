package io.parley.admin.deadletter;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/**
 * Merges partitions into one list, newest first, looking at no more of them than is needed. A
 * letter is given out only when no other partition can have a newer one.
 */
final class NewestFirst {

  private static final Comparator<Lane> ORDER =
      Comparator.comparing(Lane::newest)
          .thenComparing(lane -> lane.partition().topic())
          .thenComparing(lane -> lane.partition().partition());

  private final List<Lane> lanes;
  private final int window;
  private final int mostRecords;

  NewestFirst(List<Lane> lanes, int window, int mostRecords) {
    this.lanes = List.copyOf(lanes);
    this.window = window;
    this.mostRecords = mostRecords;
  }

  /** Reads windows to their ends; gives nothing when there was no time for that. */
  @FunctionalInterface
  interface Windows
      extends Function<List<Lane.Window>, Optional<Map<TopicPartition, List<Letter>>>> {}

  /**
   * One page.
   *
   * @param letters newest first
   * @param end where it ends
   */
  record Read(List<Letter> letters, Cursor end) {}

  /** Reads at most so many letters; fewer when the records to look at or the time are used up. */
  Read read(int limit, Windows windows) {
    List<Letter> letters = new ArrayList<>();
    long looked = 0;
    while (letters.size() < limit) {
      List<Lane> blind = lanes.stream().filter(Lane::isBlind).toList();
      if (!blind.isEmpty()) {
        List<Lane.Window> wanted = blind.stream().map(lane -> lane.next(window)).toList();
        if (looked >= mostRecords || !look(blind, wanted, windows)) {
          break;
        }
        looked += wanted.stream().mapToLong(each -> each.to() - each.from()).sum();
        continue;
      }
      Optional<Lane> newest = lanes.stream().filter(Lane::hasFound).max(ORDER);
      if (newest.isEmpty()) {
        break;
      }
      letters.add(newest.get().take());
    }
    return new Read(letters, end());
  }

  private static boolean look(List<Lane> blind, List<Lane.Window> wanted, Windows windows) {
    Optional<Map<TopicPartition, List<Letter>>> seen = windows.apply(wanted);
    if (seen.isEmpty()) {
      return false;
    }
    for (int i = 0; i < blind.size(); i++) {
      Lane lane = blind.get(i);
      lane.saw(wanted.get(i), seen.get().getOrDefault(lane.partition(), List.of()));
    }
    return true;
  }

  private Cursor end() {
    return new Cursor(
        lanes.stream()
            .filter(lane -> !lane.isAtEnd())
            .collect(toMap(Lane::partition, Lane::position)));
  }
}
