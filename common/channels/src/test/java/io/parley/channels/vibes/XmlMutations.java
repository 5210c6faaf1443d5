package io.parley.channels.vibes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes an XML document as a careless or hostile sender might, for properties. */
final class XmlMutations {

  private static final Pattern ATTRIBUTE = Pattern.compile(" [A-Za-z]+=\"[^\"]*\"");
  private static final Pattern EMPTY_ELEMENT = Pattern.compile("<[A-Za-z]+[^<>]*/>");
  private static final Pattern LEAF = Pattern.compile("<([A-Za-z]+)[^<>/]*>[^<]*</\\1>");
  private static final Pattern NAME = Pattern.compile("(?<=</?)[A-Za-z]+");
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "&#0;",
          "&#xD800;",
          "&#x1F600;",
          "\u202e\ufeff",
          "+",
          "-1",
          "1e999",
          "9".repeat(500),
          "x".repeat(20_000),
          "&amp;",
          "&unknown;",
          "]]>",
          "<![CDATA[<x>]]>",
          "true",
          "<?pi x?>",
          "<!-- c -->",
          "System",
          "<n>".repeat(30) + "</n>".repeat(30),
          "<n>".repeat(900) + "</n>".repeat(900));

  private XmlMutations() {}

  /** The document, changed up to five times, perhaps cut or with a wrong byte. */
  static byte[] of(String document, Random random) {
    String changed = document;
    for (int i = random.nextInt(6); i > 0; i--) {
      changed = change(changed, random);
    }
    byte[] bytes = changed.getBytes(UTF_8);
    if (random.nextInt(10) == 0 && bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(20) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
  }

  private static String change(String document, Random random) {
    String text = TEXTS.get(random.nextInt(TEXTS.size()));
    return switch (random.nextInt(6)) {
      case 0 -> replaced(document, ATTRIBUTE, "", random);
      case 1 -> replaced(document, EMPTY_ELEMENT, "", random);
      case 2 -> doubled(document, random);
      case 3 -> replaced(document, Pattern.compile("(?<==\")[^\"]*(?=\")"), text, random);
      case 4 -> replaced(document, Pattern.compile("(?<=>)[^<]+(?=</)"), text, random);
      default -> replaced(document, NAME, "renamed", random);
    };
  }

  private static String doubled(String document, Random random) {
    List<MatchResult> found = new ArrayList<>(EMPTY_ELEMENT.matcher(document).results().toList());
    found.addAll(LEAF.matcher(document).results().toList());
    if (found.isEmpty()) {
      return document;
    }
    MatchResult one = found.get(random.nextInt(found.size()));
    return document.substring(0, one.end()) + one.group() + document.substring(one.end());
  }

  private static String replaced(String document, Pattern what, String by, Random random) {
    Matcher matcher = what.matcher(document);
    List<MatchResult> found = matcher.results().toList();
    if (found.isEmpty()) {
      return document;
    }
    MatchResult one = found.get(random.nextInt(found.size()));
    return document.substring(0, one.start()) + by + document.substring(one.end());
  }
}
