package io.parley.admin.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.admin.validation.Findings;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator has sent, taken apart.
 *
 * @param id the id that the client has chosen
 * @param body the definition, without id and secret fields
 * @param secrets secret fields in clear; null removes one
 */
record Submission(Optional<UUID> id, ObjectNode body, Map<String, @Nullable String> secrets) {

  private static final String ID = "id";
  private static final List<String> VERSIONS = List.of("version", "createdAt", "changedAt");
  private static final String SECRETS = "secrets";
  private static final String PASSWORD = "password";

  /**
   * Takes a body apart.
   *
   * @throws ProblemException if it is no JSON object
   */
  static Submission of(ObjectKind<?> kind, @Nullable JsonNode sent, Findings findings) {
    ObjectNode body = object(sent).deepCopy();
    // What an answer shows besides may be sent back: read, change, write.
    body.remove(VERSIONS);
    body.remove(kind.shownBesides());
    Optional<UUID> id = id(body.remove(ID), findings);
    Map<String, @Nullable String> secrets =
        switch (kind.secrecy()) {
          case NONE -> Map.of();
          case SECRETS -> secrets(body.remove(SECRETS), findings);
          case PASSWORD -> password(body.remove(PASSWORD), findings);
        };
    kind.checkSecrets(secrets, findings);
    return new Submission(id, body, secrets);
  }

  /** The body, which must be an object. */
  static ObjectNode object(@Nullable JsonNode sent) {
    if (sent instanceof ObjectNode object) {
      return object;
    }
    throw new ProblemException(ProblemType.UNREADABLE_BODY, "A JSON object is expected.");
  }

  private static Optional<UUID> id(@Nullable JsonNode node, Findings findings) {
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(node.isTextual() ? node.asText() : ""));
    } catch (IllegalArgumentException e) {
      findings.add(ProblemType.UNREADABLE_BODY, "/" + ID, "is not a valid UUID");
      return Optional.empty();
    }
  }

  private static Map<String, @Nullable String> secrets(@Nullable JsonNode node, Findings findings) {
    Map<String, @Nullable String> secrets = new HashMap<>();
    if (node == null || node.isNull()) {
      return secrets;
    }
    if (!node.isObject()) {
      findings.add(ProblemType.UNREADABLE_BODY, "/" + SECRETS, "must be an object");
      return secrets;
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getValue().path("set").isBoolean()) {
        // The state of a secret, as an answer shows it: it stays as it is.
        continue;
      }
      if (field.getValue().isTextual() && field.getValue().asText().indexOf('\0') >= 0) {
        findings.add(
            ProblemType.UNREADABLE_BODY,
            "/" + SECRETS + Findings.step(field.getKey()),
            "the character NUL is not allowed");
      } else if (field.getValue().isTextual() || field.getValue().isNull()) {
        secrets.put(field.getKey(), field.getValue().isNull() ? null : field.getValue().asText());
      } else {
        findings.add(
            ProblemType.UNREADABLE_BODY,
            "/" + SECRETS + Findings.step(field.getKey()),
            "must be a text, or null to remove it");
      }
    }
    return secrets;
  }

  private static Map<String, @Nullable String> password(
      @Nullable JsonNode node, Findings findings) {
    if (node == null) {
      return Map.of();
    }
    if (!node.isTextual()) {
      findings.add(ProblemType.UNREADABLE_BODY, "/" + PASSWORD, "must be a text");
      return Map.of();
    }
    return Map.of(PASSWORD, node.asText());
  }

  /** Leaves out the secrets. */
  @Override
  public String toString() {
    return "Submission[" + id + "]";
  }
}
