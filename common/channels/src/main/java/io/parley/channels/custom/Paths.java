package io.parley.channels.custom;

/** Reads the settings that say where something stands. */
final class Paths {

  private final Settings settings;
  private final Format format;
  private final Problems problems;

  Paths(Settings settings, Format format, Problems problems) {
    this.settings = settings;
    this.format = format;
    this.problems = problems;
  }

  /** A field of an element, or of the call around it; empty if it is not set. */
  String inElement(String field) {
    String path = settings.text(field);
    if (path.isEmpty()) {
      return path;
    }
    return Element.problem(format, path).map(problem -> broken(field, problem)).orElse(path);
  }

  /** A field of the whole call or answer; empty if it is not set. */
  String inWhole(String field) {
    String path = settings.text(field);
    if (path.isEmpty()) {
      return path;
    }
    return format.problem(path).map(problem -> broken(field, problem)).orElse(path);
  }

  /** A list; forms have none. */
  String list(String field) {
    if (format == Format.FORM && settings.has(field)) {
      return broken(field, "must be left out: a form has no lists");
    }
    return inWhole(field);
  }

  /** A field that must be set. */
  String required(String field, String why) {
    if (!settings.has(field)) {
      return broken(field, why);
    }
    return inElement(field);
  }

  private String broken(String field, String problem) {
    problems.add(field, problem);
    return "";
  }
}
