package io.parley.channels.custom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text with placeholders such as {@code {{to}}}. */
record TextTemplate(List<Part> parts) {

  TextTemplate {
    parts = List.copyOf(parts);
  }

  /** A piece of a template. */
  sealed interface Part {}

  /** It stands as it is. */
  record Literal(String text) implements Part {}

  /**
   * It is replaced.
   *
   * @param optional whether what it stands in is left out when it is empty
   */
  record Hole(Placeholder placeholder, boolean optional) implements Part {}

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException if a placeholder is unknown or has no end; the message says
   *     what is expected
   */
  static TextTemplate parse(String text) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf("{{", at);
      if (open < 0) {
        parts.add(new Literal(text.substring(at)));
        break;
      }
      if (open > at) {
        parts.add(new Literal(text.substring(at, open)));
      }
      int close = text.indexOf("}}", open);
      if (close < 0) {
        throw new IllegalArgumentException("has a placeholder that {{ begins and no }} ends");
      }
      parts.add(hole(text.substring(open + 2, close).strip()));
      at = close + 2;
    }
    return new TextTemplate(parts);
  }

  /** The text with every placeholder replaced; several values are joined by blanks. */
  String fill(Values values, UnaryOperator<String> escape) {
    return parts.stream()
        .map(
            part ->
                switch (part) {
                  case Literal(String text) -> text;
                  case Hole hole -> escape.apply(String.join(" ", values.all(hole.placeholder())));
                })
        .collect(Collectors.joining());
  }

  /** Every placeholder in it. */
  Stream<Placeholder> placeholders() {
    return holes().map(Hole::placeholder);
  }

  /** The placeholder that is the whole template, if it is one. */
  Optional<Placeholder> sole() {
    return parts.size() == 1 && parts.getFirst() instanceof Hole hole
        ? Optional.of(hole.placeholder())
        : Optional.empty();
  }

  /** Whether what it stands in is to be left out: an optional placeholder in it is empty. */
  boolean isLeftOut(Values values) {
    return holes().anyMatch(hole -> hole.optional() && values.isEmpty(hole.placeholder()));
  }

  private Stream<Hole> holes() {
    return parts.stream().filter(Hole.class::isInstance).map(Hole.class::cast);
  }

  private static Hole hole(String written) {
    boolean optional = written.endsWith("?");
    String name = optional ? written.substring(0, written.length() - 1).strip() : written;
    return Placeholder.named(name)
        .map(placeholder -> new Hole(placeholder, optional))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "has a placeholder that does not exist; known are "
                        + Arrays.stream(Placeholder.values())
                            .map(Placeholder::inBraces)
                            .collect(Collectors.joining(" "))));
  }
}
