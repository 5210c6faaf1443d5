package io.parley.admin.configuration;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.admin.validation.Findings;
import io.parley.events.EventJson;
import io.parley.events.configuration.ConfigurationObject;
import io.parley.platform.problem.Problem;
import io.parley.platform.problem.ProblemType;
import io.parley.platform.problem.UnreadableJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes definitions as JSON: to the letter what comes in, canonical what is kept. */
@ApplicationScoped
class Definitions {

  private static final String ID = "id";
  private static final String UNSTORABLE = "holds what is no Unicode text";

  /** Which kind it is says the path, the section of a document, or the column. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
  private interface WithoutKind {}

  private static final ObjectMapper CANONICAL =
      EventJson.mapper().copy().addMixIn(ConfigurationObject.class, WithoutKind.class);

  private final ObjectMapper strict;
  private final Validator validator;

  Definitions(ObjectMapper strict, Validator validator) {
    this.strict = strict.copy().addMixIn(ConfigurationObject.class, WithoutKind.class);
    this.validator = validator;
  }

  /**
   * Reads what an administrator has sent.
   *
   * @param body without id and secret fields
   * @return empty if it cannot be read; what is wrong is among the findings
   */
  <D> Optional<D> read(ObjectKind<D> kind, UUID id, ObjectNode body, Findings findings) {
    requireStorable(body, "", findings);
    if (findings.areThere()) {
      return Optional.empty();
    }
    try {
      D definition = strict.treeToValue(withId(body, id), kind.type());
      findings.addAll(Findings.of(validator, definition));
      return findings.areThere() ? Optional.empty() : Optional.of(definition);
    } catch (JsonProcessingException e) {
      Problem.FieldError error = UnreadableJson.finding(e);
      findings.add(ProblemType.UNREADABLE_BODY, error.pointer(), error.detail());
      return Optional.empty();
    }
  }

  /** Half a surrogate pair is no character: the database would keep something else. */
  private static void requireStorable(JsonNode node, String pointer, Findings findings) {
    if (node.isTextual() && !isStorable(node.textValue())) {
      findings.add(ProblemType.UNREADABLE_BODY, pointer, UNSTORABLE);
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (isStorable(field.getKey())) {
        requireStorable(field.getValue(), pointer + Findings.step(field.getKey()), findings);
      } else {
        findings.add(ProblemType.UNREADABLE_BODY, pointer, "has a field name that " + UNSTORABLE);
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      requireStorable(node.get(i), pointer + "/" + i, findings);
    }
  }

  private static boolean isStorable(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /** Reads what is kept. */
  <D> D kept(ObjectKind<D> kind, UUID id, ObjectNode body) {
    try {
      return CANONICAL.treeToValue(withId(body, id), kind.type());
    } catch (JsonProcessingException e) {
      // The cause is left out: it may quote what it could not read.
      throw new IllegalStateException(kind.kind() + " " + id + " cannot be read");
    }
  }

  /** The canonical body. */
  ObjectNode body(Object definition) {
    ObjectNode body = CANONICAL.valueToTree(definition);
    body.remove(ID);
    return body;
  }

  private static JsonNode withId(ObjectNode body, UUID id) {
    ObjectNode complete = body.objectNode();
    complete.put(ID, id.toString());
    complete.setAll(body);
    return complete;
  }
}
