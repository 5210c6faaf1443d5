package io.parley.channels.custom;

import java.util.List;
import java.util.stream.Stream;

/** HTTP status codes and ranges of them, such as {@code 200-299, 409}. */
record StatusCodes(List<Range> ranges) {

  StatusCodes {
    ranges = List.copyOf(ranges);
  }

  /** From the first to the last code, both included. */
  record Range(int first, int last) {}

  /** Reads a list whose form the field's pattern has checked; anything else holds no code. */
  static StatusCodes parse(String list) {
    return new StatusCodes(
        Stream.of(list.split(","))
            .map(String::strip)
            .filter(range -> range.matches("[0-9]{3}(-[0-9]{3})?"))
            .map(
                range ->
                    new Range(
                        Integer.parseInt(range.substring(0, 3)),
                        Integer.parseInt(range.substring(range.length() - 3))))
            .toList());
  }

  boolean contains(int status) {
    return ranges.stream().anyMatch(range -> range.first() <= status && status <= range.last());
  }

  /** Whether some code is in both. */
  boolean overlaps(StatusCodes other) {
    return ranges.stream()
        .anyMatch(
            range ->
                other.ranges.stream()
                    .anyMatch(its -> range.first() <= its.last() && its.first() <= range.last()));
  }
}
