package io.parley.platform.condition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What every list of named things must fulfil. */
final class Listed {

  private static final int LONGEST_NAME = 100;

  private Listed() {}

  /** That there are not too many; the result can be added to. */
  static List<RuleFinding> atMost(int most, List<?> items, String pointer, String what) {
    List<RuleFinding> findings = new ArrayList<>();
    if (items.size() > most) {
      findings.add(new RuleFinding(pointer, "more than " + most + " " + what));
    }
    return findings;
  }

  /** That names are there, not too long and, whatever their case, unique. */
  static <T> List<RuleFinding> names(List<T> items, Function<T, String> name, String pointer) {
    List<RuleFinding> findings = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      int length = name.apply(items.get(i)).strip().length();
      if (length == 0 || length > LONGEST_NAME) {
        findings.add(
            new RuleFinding(
                pointer + "/" + i + "/name", "a name has 1 to " + LONGEST_NAME + " characters"));
      }
    }
    findings.addAll(
        unique(items, item -> name.apply(item).strip().toLowerCase(Locale.ROOT), pointer, "/name"));
    return findings;
  }

  /** That no two are the same in this. */
  static <T> List<RuleFinding> unique(
      List<T> items, Function<T, ?> by, String pointer, String field) {
    List<RuleFinding> findings = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      if (!seen.add(by.apply(items.get(i)))) {
        findings.add(
            new RuleFinding(pointer + "/" + i + field, "an earlier one of the list has the same"));
      }
    }
    return findings;
  }

  /** What a check says about each of them. */
  static <T> Stream<RuleFinding> each(
      List<T> items, String pointer, BiFunction<T, String, List<RuleFinding>> check) {
    return IntStream.range(0, items.size())
        .boxed()
        .flatMap(i -> check.apply(items.get(i), pointer + "/" + i).stream());
  }
}
