package io.parley.channels.custom;

import io.parley.channels.wire.Attributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One element of a call, with the call around it. A path that begins with {@code ^} counts from the
 * call.
 */
final class Element {

  private static final String WHOLE = "^";

  private final Payload own;
  private final Call call;

  private Element(Payload own, Call call) {
    this.own = own;
    this.call = call;
  }

  /** A call; remembers what was looked up in it, because every element may ask again. */
  static final class Call {

    private final Payload payload;
    private final Map<String, List<String>> seen = new HashMap<>();
    private final Map<Set<String>, Map<String, String>> unread = new HashMap<>();

    Call(Payload payload) {
      this.payload = payload;
    }

    /** An element of it. */
    Element element(Payload own) {
      return new Element(own, this);
    }

    /** What nobody reads, outside its lists. */
    Map<String, String> rest(Collection<String> used) {
      return unread.computeIfAbsent(Set.copyOf(used), payload::rest);
    }

    Payload payload() {
      return payload;
    }

    private List<String> values(String path) {
      return seen.computeIfAbsent(path, payload::values);
    }
  }

  /** What is wrong with such a path, if anything is. */
  static Optional<String> problem(Format format, String path) {
    String within = path.startsWith(WHOLE) ? path.substring(WHOLE.length()) : path;
    return within.isBlank() ? Optional.of("must name a field") : format.problem(within);
  }

  /** The path within the call, if it counts from there. */
  static Optional<String> inCall(String path) {
    return path.startsWith(WHOLE) ? Optional.of(path.substring(WHOLE.length())) : Optional.empty();
  }

  /** Every scalar at a path; none for an empty one. */
  List<String> values(String path) {
    if (path.isEmpty()) {
      return List.of();
    }
    return inCall(path).map(call::values).orElseGet(() -> own.values(path));
  }

  /** The first scalar at a path that is not blank, stripped. */
  Optional<String> value(String path) {
    return values(path).stream().map(String::strip).filter(text -> !text.isEmpty()).findFirst();
  }

  /** The elements at a path. */
  List<Payload> elements(String path) {
    if (path.isEmpty()) {
      return List.of();
    }
    return inCall(path).map(call.payload::elements).orElseGet(() -> own.elements(path));
  }

  /** What it says beside these paths; then what its call says beside them and its lists. */
  Map<String, String> attributes(List<String> used, List<String> lists) {
    List<String> paths = used.stream().filter(path -> !path.isEmpty()).toList();
    Map<String, String> rest = new LinkedHashMap<>(own.rest(paths));
    if (own != call.payload) {
      List<String> taken =
          Stream.concat(lists.stream(), paths.stream().flatMap(path -> inCall(path).stream()))
              .toList();
      call.rest(taken).forEach((name, value) -> rest.putIfAbsent(WHOLE + name, value));
    }
    return Attributes.of(rest);
  }
}
