package io.parley.channels.custom;

import io.parley.channels.AccountForm.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what is wrong with an account's settings while they are read. Not thread-safe. */
final class Problems {

  private final List<Finding> findings = new ArrayList<>();

  void add(String field, String problem) {
    findings.add(new Finding(field, problem));
  }

  /** Reads something of a field whose reader throws IllegalArgumentException. */
  <T> Optional<T> read(String field, Supplier<T> reader) {
    try {
      return Optional.of(reader.get());
    } catch (IllegalArgumentException e) {
      add(field, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** A setting that must be there. */
  String required(Settings settings, String field, String why) {
    if (settings.find(field).isEmpty()) {
      add(field, why);
    }
    return settings.text(field);
  }

  List<Finding> found() {
    return List.copyOf(findings);
  }

  /** The first problem in words, for logs and for agents' reasons. */
  Optional<String> first() {
    return findings.stream()
        .findFirst()
        .map(finding -> "setting " + finding.field() + " " + finding.problem());
  }
}
