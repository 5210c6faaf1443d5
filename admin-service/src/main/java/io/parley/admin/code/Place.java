package io.parley.admin.code;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a value and everything in it stands. */
record Place(Position position, Map<String, Place> fields, List<Place> items) {

  static Place of(Position position) {
    return new Place(position, Map.of(), List.of());
  }

  /** The place of the value a pointer leads to, or of the nearest one around it. */
  Place nearest(String pointer) {
    Place place = this;
    int from = pointer.startsWith("/") ? 1 : pointer.length() + 1;
    while (from <= pointer.length()) {
      int end = pointer.indexOf('/', from);
      end = end < 0 ? pointer.length() : end;
      Place next = place.step(pointer.substring(from, end).replace("~1", "/").replace("~0", "~"));
      if (next == null) {
        return place;
      }
      place = next;
      from = end + 1;
    }
    return place;
  }

  private @Nullable Place step(String step) {
    if (items.isEmpty()) {
      return fields.get(step);
    }
    if (!step.matches("[0-9]{1,9}")) {
      return null;
    }
    int index = Integer.parseInt(step);
    return index < items.size() ? items.get(index) : null;
  }
}
