package io.parley.events.documents;

import static io.parley.events.documents.SchemaCompatibility.Kind.BECAME_OPTIONAL;
import static io.parley.events.documents.SchemaCompatibility.Kind.BECAME_REQUIRED;
import static io.parley.events.documents.SchemaCompatibility.Kind.FORMAT_CHANGED;
import static io.parley.events.documents.SchemaCompatibility.Kind.PROPERTY_REMOVED;
import static io.parley.events.documents.SchemaCompatibility.Kind.TYPE_CHANGED;
import static io.parley.events.documents.SchemaCompatibility.Kind.UNKNOWN_PROPERTIES_REFUSED;
import static io.parley.events.documents.SchemaCompatibility.Kind.VALUE_ADDED;
import static io.parley.events.documents.SchemaCompatibility.Kind.VALUE_REMOVED;
import static io.parley.events.documents.SchemaCompatibility.Kind.VARIANT_REMOVED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.parley.events.EventJson;
import io.parley.events.EventType;
import io.parley.events.documents.SchemaCompatibility.Break;
import io.parley.events.documents.SchemaCompatibility.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaCompatibilityTest {

  private static final String EARLIER =
      """
      {
        "$defs": {
          "Address": {
            "type": "object",
            "properties": {"value": {"type": "string"}, "next": {"$ref": "#/$defs/Address"}},
            "required": ["value"],
            "description": "An address."
          },
          "Car": {"type": "object", "properties": {"doors": {"type": "integer"}}}
        },
        "type": "object",
        "properties": {
          "id": {"type": "string", "format": "uuid"},
          "note": {"type": "string"},
          "state": {"type": "string", "enum": ["OPEN", "CLOSED"]},
          "reason": {"type": "string", "x-extensible-enum": ["LATE", "LOST"]},
          "from": {"$ref": "#/$defs/Address", "description": "who"},
          "tags": {"type": "array", "items": {"type": "string"}},
          "counts": {"type": "object", "additionalProperties": {"type": "integer"}},
          "vehicle": {"anyOf": [
            {"$ref": "#/$defs/Car", "properties": {"kind": {"const": "CAR"}}, "required": ["kind"]},
            {"allOf": [{"type": "object"}, {"properties": {"kind": {"const": "BOAT"}}}]}
          ]}
        },
        "required": ["id", "state"]
      }
      """;

  static Stream<Arguments> breakingChanges() {
    return Stream.of(
        change("\"note\": {\"type\": \"string\"},", "", PROPERTY_REMOVED, "/note"),
        change("{\"value\": {\"type\": \"string\"}, ", "{", PROPERTY_REMOVED, "/from/value"),
        change(
            "\"note\": {\"type\": \"string\"}",
            "\"note\": {\"type\": \"integer\"}",
            TYPE_CHANGED,
            "/note"),
        change(
            "\"items\": {\"type\": \"string\"}",
            "\"items\": {\"type\": \"number\"}",
            TYPE_CHANGED,
            "/tags[]"),
        change(
            "\"additionalProperties\": {\"type\": \"integer\"}",
            "\"additionalProperties\": {\"type\": \"string\"}",
            TYPE_CHANGED,
            "/counts{}"),
        change(
            "\"doors\": {\"type\": \"integer\"}",
            "\"doors\": {\"type\": \"string\"}",
            TYPE_CHANGED,
            "/vehicle{kind=CAR}/doors"),
        change("\"format\": \"uuid\"", "\"format\": \"uri\"", FORMAT_CHANGED, "/id"),
        change(", \"format\": \"uuid\"", "", FORMAT_CHANGED, "/id"),
        change("[\"id\", \"state\"]", "[\"id\"]", BECAME_OPTIONAL, "/state"),
        change("[\"id\", \"state\"]", "[\"id\", \"state\", \"note\"]", BECAME_REQUIRED, "/note"),
        change("[\"OPEN\", \"CLOSED\"]", "[\"OPEN\"]", VALUE_REMOVED, "/state"),
        change(
            "[\"OPEN\", \"CLOSED\"]", "[\"OPEN\", \"CLOSED\", \"LOCKED\"]", VALUE_ADDED, "/state"),
        change("\"enum\": ", "\"x-extensible-enum\": ", VALUE_ADDED, "/state"),
        change(", \"enum\": [\"OPEN\", \"CLOSED\"]", "", VALUE_ADDED, "/state"),
        change("[\"LATE\", \"LOST\"]", "[\"LATE\"]", VALUE_REMOVED, "/reason"),
        change("\"note\": {", "\"note\": {\"enum\": [\"A\"], ", VALUE_REMOVED, "/note"),
        change(
            "\"const\": \"BOAT\"", "\"const\": \"SHIP\"", VARIANT_REMOVED, "/vehicle{kind=BOAT}"),
        change(
            "\"required\": [\"id\"",
            "\"additionalProperties\": false, \"required\": [\"id\"",
            UNKNOWN_PROPERTIES_REFUSED,
            ""));
  }

  static Stream<Arguments> harmlessChanges() {
    return Stream.of(
        harmless("\"note\":", "\"added\": {\"type\": \"string\"}, \"note\":"),
        harmless("\"description\": \"who\"", "\"description\": \"who wrote\""),
        harmless("\"An address.\"", "\"Where somebody is.\""),
        harmless("[\"LATE\", \"LOST\"]", "[\"LATE\", \"LOST\", \"STOLEN\"]"),
        harmless("\"x-extensible-enum\": [", "\"enum\": ["),
        harmless("{\"allOf\":", "{\"properties\": {\"kind\": {\"const\": \"BIKE\"}}}, {\"allOf\":"),
        harmless(
            "{\"$ref\": \"#/$defs/Address\", \"description\": \"who\"}",
            "{\"type\": \"object\", \"properties\": {\"value\": {\"type\": \"string\"}, \"next\": {\"$ref\": \"#/$defs/Address\"}}, \"required\": [\"value\"]}"));
  }

  @ParameterizedTest
  @MethodSource("breakingChanges")
  void breakingChangeIsNamedWithItsPlace(String before, String after, Kind kind, String at) {
    // Given
    String later = EARLIER.replace(before, after);

    // When
    List<Break> breaks = SchemaCompatibility.breaks(json(EARLIER), json(later));

    // Then
    assertThat(breaks).containsExactly(new Break(kind, at));
  }

  @ParameterizedTest
  @MethodSource("harmlessChanges")
  void harmlessChangeIsAllowed(String before, String after) {
    // Given
    String later = EARLIER.replace(before, after);

    // When
    List<Break> breaks = SchemaCompatibility.breaks(json(EARLIER), json(later));

    // Then
    assertThat(later).isNotEqualTo(EARLIER);
    assertThat(breaks).isEmpty();
  }

  @Test
  void newRequiredPropertyBreaksReadersOfKeptRecords() {
    // Given
    String later =
        EARLIER
            .replace("\"note\":", "\"added\": {\"type\": \"string\"}, \"note\":")
            .replace("[\"id\", \"state\"]", "[\"id\", \"state\", \"added\"]");

    // When
    List<Break> breaks = SchemaCompatibility.breaks(json(EARLIER), json(later));

    // Then
    assertThat(breaks).containsExactly(new Break(BECAME_REQUIRED, "/added"));
  }

  @Test
  void everyBreakIsListed() {
    // Given
    String later = EARLIER.replace("\"uuid\"", "\"uri\"").replace("\"LATE\", ", "");

    // When
    List<Break> breaks = SchemaCompatibility.breaks(json(EARLIER), json(later));

    // Then
    assertThat(breaks)
        .containsExactly(new Break(FORMAT_CHANGED, "/id"), new Break(VALUE_REMOVED, "/reason"));
  }

  @ParameterizedTest
  @EnumSource
  void unchangedSchemaBreaksNothing(EventType type) {
    // Given
    EventSchemas schemas = new EventSchemas(Descriptions.of(Path.of("src/main/java")));

    // When
    List<Break> breaks = SchemaCompatibility.breaks(schemas.schema(type), schemas.schema(type));

    // Then
    assertThat(breaks).isEmpty();
  }

  private static Arguments change(String before, String after, Kind kind, String at) {
    return Arguments.of(before, after, kind, at);
  }

  private static Arguments harmless(String before, String after) {
    return Arguments.of(before, after);
  }

  private static JsonNode json(String text) {
    try {
      return EventJson.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
