package io.parley.events.configuration;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.Objects;

/** When a queue is full or slow (domain/distribution.md §2, messaging). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = OverflowCondition.OutOfHours.class, name = "OUT_OF_HOURS"),
  @JsonSubTypes.Type(value = OverflowCondition.WaitingItems.class, name = "WAITING_ITEMS"),
  @JsonSubTypes.Type(value = OverflowCondition.WaitingTime.class, name = "WAITING_TIME")
})
public sealed interface OverflowCondition {

  /** Before queueing: the queue's operating hours say closed. */
  record OutOfHours() implements OverflowCondition {}

  /**
   * Before queueing: so many conversations are in the queue already.
   *
   * @param limit {@value #MIN}–{@value #MAX}; at the limit the next one overflows
   */
  record WaitingItems(int limit) implements OverflowCondition {

    /** Smallest limit. */
    public static final int MIN = 1;

    /** Largest limit. */
    public static final int MAX = 100;
  }

  /**
   * While queued: the conversation has waited in this queue for longer.
   *
   * @param longerThan one minute to two days
   */
  record WaitingTime(Duration longerThan) implements OverflowCondition {

    /** Shortest time. */
    public static final Duration MIN = Duration.ofMinutes(1);

    /** Longest time. */
    public static final Duration MAX = Duration.ofDays(2);

    public WaitingTime {
      Objects.requireNonNull(longerThan, "longerThan is missing");
    }
  }
}
