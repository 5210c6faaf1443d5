package io.parley.admin.maskingrule;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts how often nested counts such as {@code ((a{100}){100}){100}} would repeat one part. RE2/J
 * writes every copy out, so a short expression could take all memory. Pure.
 */
final class NestedCounts {

  private static final Pattern COUNT = Pattern.compile("\\{([0-9]{1,9})(,([0-9]{0,9}))?}");

  private final String expression;
  private final Deque<Level> open = new ArrayDeque<>();
  private int position;

  /** One group that is open: the most copies in it, and those of what came last. */
  private static final class Level {
    private long most = 1;
    private long last = 1;

    private void add(long copies) {
      last = copies;
      most = Math.max(most, copies);
    }
  }

  private NestedCounts(String expression) {
    this.expression = expression;
    open.push(new Level());
  }

  /** What is wrong with an expression. Whether it can be compiled is not looked at. */
  static Optional<String> problem(String expression, int mostCopies) {
    return new NestedCounts(expression).problem(mostCopies);
  }

  private Optional<String> problem(int mostCopies) {
    while (position < expression.length()) {
      Optional<String> problem = step(mostCopies);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<String> step(int mostCopies) {
    Level here = open.element();
    switch (expression.charAt(position)) {
      case '\\' -> {
        if (expression.startsWith("\\Q", position)) {
          return Optional.of("\\Q is not supported: write a backslash before each character");
        }
        here.add(1);
        position += 2;
      }
      case '[' -> {
        here.add(1);
        skipClass();
      }
      case '(' -> {
        open.push(new Level());
        position++;
      }
      case ')' -> {
        if (open.size() == 1) {
          return Optional.of("has a bracket ) that closes nothing");
        }
        open.pop();
        open.element().add(here.most);
        position++;
      }
      case '{' -> {
        return count(here, mostCopies);
      }
      default -> {
        if ("*+?".indexOf(expression.charAt(position)) < 0) {
          here.add(1);
        }
        position++;
      }
    }
    return Optional.empty();
  }

  private Optional<String> count(Level here, int mostCopies) {
    Matcher count = COUNT.matcher(expression).region(position, expression.length());
    if (!count.lookingAt()) {
      here.add(1);
      position++;
      return Optional.empty();
    }
    String most =
        count.group(3) == null || count.group(3).isEmpty() ? count.group(1) : count.group(3);
    here.add(here.last * Math.max(1, Long.parseLong(most)));
    position = count.end();
    return here.most > mostCopies
        ? Optional.of(
            "counts in braces, one within the other, repeat a part more than "
                + mostCopies
                + " times")
        : Optional.empty();
  }

  private void skipClass() {
    position++;
    if (expression.startsWith("^", position)) {
      position++;
    }
    if (expression.startsWith("]", position)) {
      position++;
    }
    while (position < expression.length() && expression.charAt(position) != ']') {
      int named = expression.startsWith("[:", position) ? expression.indexOf(":]", position) : -1;
      if (named >= 0) {
        position = named + 2;
      } else {
        position += expression.charAt(position) == '\\' ? 2 : 1;
      }
    }
    position++;
  }
}
