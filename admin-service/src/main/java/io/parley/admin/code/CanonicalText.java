package io.parley.admin.code;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Writes a tree in block style. The library's emitter is not used: its choices change between
 * releases, and some texts do not survive it.
 */
final class CanonicalText {

  static final String FIRST_LINE = "# Configuration of Parley. Secrets stand here as references.\n";

  private static final int INDENT = 2;

  /** Longer keys are not found by a parser unless they are announced (YAML 1.2.2, §7.4.2). */
  private static final int LONGEST_SIMPLE_KEY = 1_000;

  private final StringBuilder text = new StringBuilder(FIRST_LINE);

  private CanonicalText() {}

  static String of(JsonNode tree) {
    CanonicalText canonical = new CanonicalText();
    if (hasContent(tree)) {
      canonical.block(tree, 0);
    } else {
      canonical.inline(tree, 0);
    }
    return canonical.text.toString();
  }

  /** A collection with content; its first line is indented already. */
  private void block(JsonNode collection, int indent) {
    String between = "";
    if (collection.isArray()) {
      for (JsonNode item : collection) {
        text.append(between).append("- ");
        if (hasContent(item)) {
          block(item, indent + INDENT);
        } else {
          inline(item, indent + INDENT);
        }
        between = " ".repeat(indent);
      }
    }
    for (Map.Entry<String, JsonNode> field : collection.properties()) {
      text.append(between);
      key(ScalarText.line(field.getKey()), indent);
      if (hasContent(field.getValue())) {
        text.append('\n').repeat(" ", indent + INDENT);
        block(field.getValue(), indent + INDENT);
      } else {
        text.append(' ');
        inline(field.getValue(), indent + INDENT);
      }
      between = " ".repeat(indent);
    }
  }

  private void key(String key, int indent) {
    if (key.length() > LONGEST_SIMPLE_KEY) {
      text.append("? ").append(key).append('\n').repeat(" ", indent).append(':');
    } else {
      text.append(key).append(':');
    }
  }

  private void inline(JsonNode value, int indent) {
    switch (value.getNodeType()) {
      case OBJECT -> text.append("{}\n");
      case ARRAY -> text.append("[]\n");
      case STRING, BINARY -> string(value.asText(), indent);
      case NULL, BOOLEAN -> text.append(value.asText()).append('\n');
      case NUMBER -> text.append(number(value)).append('\n');
      case MISSING, POJO -> throw new IllegalArgumentException("not a value of JSON");
    }
  }

  private void string(String string, int indent) {
    if (!ScalarText.isBlock(string)) {
      text.append(ScalarText.line(string)).append('\n');
      return;
    }
    text.append(string.endsWith("\n\n") ? "|+\n" : string.endsWith("\n") ? "|\n" : "|-\n");
    String content = string.endsWith("\n") ? string.substring(0, string.length() - 1) : string;
    for (String line : content.split("\n", -1)) {
      text.repeat(" ", line.isEmpty() ? 0 : Math.max(indent, INDENT)).append(line).append('\n');
    }
  }

  private static String number(JsonNode value) {
    String number = value.asText();
    if (CoreScalars.value(number).filter(JsonNode::isNumber).isEmpty()) {
      throw new IllegalArgumentException("a number that a document cannot have");
    }
    return number;
  }

  private static boolean hasContent(JsonNode node) {
    return node.isContainerNode() && !node.isEmpty();
  }
}
