package io.parley.channels.secrets;

import io.parley.channels.secrets.SecretReference.Reading;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How references are written. */
final class ReferenceForm {

  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\{(?<scheme>[a-z]{1,20}):(?<name>[^}]*)}");
  private static final Pattern BEGUN = Pattern.compile("\\$\\{(?:env|file):");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,199}");
  private static final String STEP = "(?!\\.{1,2}(?:/|$))[A-Za-z0-9._-]{1,100}";
  private static final Pattern FILE = Pattern.compile(STEP + "(?:/" + STEP + "){0,9}");

  private ReferenceForm() {}

  /**
   * Reads a value.
   *
   * @param environmentPrefix what names of environment variables have to begin with
   */
  static Reading read(String value, String environmentPrefix) {
    Matcher matcher = REFERENCE.matcher(value);
    if (!matcher.matches()) {
      return BEGUN.matcher(value).lookingAt()
          ? new Reading.Malformed("must end with } where it begins as a reference")
          : new Reading.Literal();
    }
    String name = matcher.group("name");
    return switch (matcher.group("scheme")) {
      case "env" -> environment(name, environmentPrefix);
      case "file" -> file(name);
      default ->
          new Reading.Malformed("must be ${env:NAME} or ${file:NAME} where it is a reference");
    };
  }

  /** Whether a value is meant as a reference, well-formed or not. */
  static boolean isMeant(String value) {
    return REFERENCE.matcher(value).matches() || BEGUN.matcher(value).lookingAt();
  }

  private static Reading environment(String name, String prefix) {
    return Optional.of(name)
        .filter(n -> VARIABLE.matcher(n).matches())
        .filter(n -> n.startsWith(prefix) && n.length() > prefix.length())
        .<Reading>map(n -> new Reading.Found(new SecretReference.Environment(n)))
        .orElseGet(
            () ->
                new Reading.Malformed(
                    "must name an environment variable that begins with "
                        + prefix
                        + " and consists of letters, digits and _"));
  }

  private static Reading file(String name) {
    return FILE.matcher(name).matches()
        ? new Reading.Found(new SecretReference.File(name))
        : new Reading.Malformed(
            "must name a file below the folder of secrets: letters, digits, . _ - and / between"
                + " steps, none of which is . or ..");
  }
}
