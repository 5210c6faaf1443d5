package io.parley.admin.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/** What a scalar without quotes means: the core schema of YAML 1.2.2, §10.3. */
final class CoreScalars {

  /** Digits of a number; what our configuration counts fits into a fraction of it. */
  static final int LONGEST_NUMBER = 64;

  private static final ScalarResolver RESOLVER = new CoreScalarResolver(false);
  private static final int HIGHEST_EXPONENT_DIGITS = 3;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Texts that readers of YAML 1.1 take for a truth value, a number, a time or a date. */
  private static final Pattern READ_DIFFERENTLY_BY_OTHERS =
      Pattern.compile(
          "(?i:y|n|yes|no|on|off)|=|<<"
              + "|[-+]?0b[01_]+|[-+]?0x[0-9a-fA-F_]+"
              + "|[-+]?[0-9][0-9_]*(?:\\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
              + "|[-+]?\\.[0-9_]+(?:[eE][-+]?[0-9]+)?"
              + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?"
              + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \\t].*)?");

  private CoreScalars() {}

  /** Whether this text without quotes is a text. */
  static boolean isText(String plain) {
    return RESOLVER.resolve(plain, true).equals(Tag.STR);
  }

  /** Whether this text without quotes is a text for every reader, also those of YAML 1.1. */
  static boolean isTextEverywhere(String plain) {
    return isText(plain) && !READ_DIFFERENTLY_BY_OTHERS.matcher(plain).matches();
  }

  /** The value; empty if it is a number that JSON has not, or beyond any use. */
  static Optional<JsonNode> value(String plain) {
    Tag tag = RESOLVER.resolve(plain, true);
    if (tag.equals(Tag.NULL)) {
      return Optional.of(NODES.nullNode());
    }
    if (tag.equals(Tag.BOOL)) {
      return Optional.of(NODES.booleanNode(plain.toLowerCase(Locale.ROOT).equals("true")));
    }
    if (tag.equals(Tag.INT)) {
      return plain.length() > LONGEST_NUMBER ? Optional.empty() : Optional.of(integer(plain));
    }
    if (tag.equals(Tag.FLOAT)) {
      return fraction(plain);
    }
    return Optional.of(NODES.textNode(plain));
  }

  private static JsonNode integer(String plain) {
    BigInteger value =
        plain.startsWith("0o")
            ? new BigInteger(plain.substring(2), 8)
            : plain.startsWith("0x")
                ? new BigInteger(plain.substring(2), 16)
                : new BigInteger(plain);
    if (value.bitLength() < Integer.SIZE) {
      return NODES.numberNode(value.intValue());
    }
    return value.bitLength() < Long.SIZE
        ? NODES.numberNode(value.longValue())
        : NODES.numberNode(value);
  }

  private static Optional<JsonNode> fraction(String plain) {
    int exponent = plain.toLowerCase(Locale.ROOT).indexOf('e');
    if (plain.length() > LONGEST_NUMBER
        || plain.toLowerCase(Locale.ROOT).matches("[-+]?\\.(inf|nan)")
        || (exponent >= 0
            && plain.substring(exponent + 1).replaceFirst("^[-+]?0*", "").length()
                > HIGHEST_EXPONENT_DIGITS)) {
      return Optional.empty();
    }
    BigDecimal exact = new BigDecimal(plain);
    double near = Double.parseDouble(plain);
    boolean same = Double.isFinite(near) && BigDecimal.valueOf(near).compareTo(exact) == 0;
    return Optional.of(same ? NODES.numberNode(near) : NODES.numberNode(exact));
  }
}
