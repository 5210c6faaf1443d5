package io.parley.admin.configuration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Objects as a configuration document has them: without ids, with the keys of what they refer to,
 * and with references in place of secrets. Pure.
 */
final class DocumentExport {

  /** The field that says in which form a document is. */
  static final String FORM = "parley";

  /** The present form. */
  static final int PRESENT_FORM = 1;

  static final String SECRETS = "secrets";

  private static final String PREFIX = "PARLEY_SECRET_";
  private static final int DIGEST_LENGTH = 6;

  private DocumentExport() {}

  /** All objects, in the order of kinds and keys. */
  static ObjectNode of(List<ObjectKind<?>> kinds, ConfiguredObjects all) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put(FORM, PRESENT_FORM);
    for (ObjectKind<?> kind : kinds) {
      ArrayNode section = document.putArray(kind.kind().collection());
      all.all(kind.kind()).stream()
          .sorted(Comparator.comparing((Entry<?> entry) -> Entry.compared(entry.shownKey(all))))
          .forEach(entry -> section.add(of(entry, all)));
    }
    return document;
  }

  /** One object. */
  static ObjectNode of(Entry<?> entry, ConfiguredObjects all) {
    ObjectNode body = entry.body().deepCopy();
    for (ReferencePath path : entry.type().references()) {
      path.replace(
          body,
          (pointer, id) ->
              all.find(UUID.fromString(id.asText()))
                  .<com.fasterxml.jackson.databind.JsonNode>map(
                      target -> TextNode.valueOf(target.key()))
                  .orElse(id));
    }
    if (entry.type().secrecy() == ObjectKind.Secrecy.SECRETS && !entry.sealed().isEmpty()) {
      ObjectNode secrets = body.putObject(SECRETS);
      new TreeMap<>(entry.sealed())
          .forEach((field, kept) -> secrets.put(field, reference(entry, field, kept)));
    }
    return body;
  }

  /**
   * What stands for a secret: the reference that is set; for a secret itself, the one under which
   * another system has to provide it.
   */
  static String reference(Entry<?> entry, String field, Sealed sealed) {
    return entry
        .type()
        .reference(entry.id(), field, sealed)
        .orElseGet(() -> "${env:" + variable(entry, field) + "}");
  }

  private static String variable(Entry<?> entry, String field) {
    String key = Entry.compared(entry.key());
    String name = PREFIX + entry.kind() + "_" + plain(key) + "__" + plain(camelApart(field));
    return key.matches("[a-z0-9]+( [a-z0-9]+)*") ? name : name + "_" + digest(key);
  }

  private static String camelApart(String field) {
    return field.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_");
  }

  private static String plain(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
  }

  /** Keys that differ only in other characters must not share a variable. */
  private static String digest(String key) {
    try {
      return HexFormat.of()
          .withUpperCase()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)))
          .substring(0, DIGEST_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
