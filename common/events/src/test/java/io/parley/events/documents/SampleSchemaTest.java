package io.parley.events.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.parley.events.CloudEventCodec;
import io.parley.events.EventData;
import io.parley.events.EventJson;
import io.parley.events.EventType;
import io.parley.events.MessageContent;
import io.parley.events.MessageTemplate;
import io.parley.events.SampleEvents;
import io.parley.events.configuration.ConfigurationObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schemas describe what goes over the wire. */
class SampleSchemaTest {

  private static final EventSchemas SCHEMAS =
      new EventSchemas(Descriptions.of(Path.of("src", "main", "java")));

  @ParameterizedTest
  @EnumSource
  void encodedSampleFitsItsSchema(EventType type) throws IOException {
    // Given
    JsonNode data = encoded(type);

    // When
    List<Error> errors = errors(type, data);

    // Then
    assertThat(errors).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfConfigurationFits(ConfigurationObject.Kind kind) throws IOException {
    // Given
    JsonNode data = encoded(SampleEvents.changed(SampleEvents.configuration(kind)));

    // When
    List<Error> errors = errors(EventType.CONFIGURATION_CHANGED, data);

    // Then
    assertThat(errors).isEmpty();
  }

  @Test
  void templateFits() throws IOException {
    // Given
    MessageTemplate template = new MessageTemplate("HX1", Map.of("1", "Sam"));
    JsonNode data = encoded(SampleEvents.replyRequested(MessageContent.ofTemplate(template)));

    // When
    List<Error> errors = errors(EventType.REPLY_REQUESTED, data);

    // Then
    assertThat(errors).isEmpty();
  }

  @Test
  void kindAndFormOfAnObjectMustAgree() throws IOException {
    // Given
    ObjectNode data = encoded(EventType.CONFIGURATION_CHANGED);
    data.withObject("/data").put("kind", "USER");

    // When
    List<Error> errors = errors(EventType.CONFIGURATION_CHANGED, data);

    // Then
    assertThat(errors).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void unknownPropertyFits(EventType type) throws IOException {
    // Given
    ObjectNode data = encoded(type).put("addedLater", 1);

    // When
    List<Error> errors = errors(type, data);

    // Then
    assertThat(errors).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyRequiredPropertyIsMissed(EventType type) throws IOException {
    // Given
    ObjectNode empty = EventJson.mapper().createObjectNode();

    // When
    List<Error> errors = errors(type, empty);

    // Then
    assertThat(errors).hasSameSizeAs(SCHEMAS.schema(type).get("required"));
  }

  @ParameterizedTest
  @EnumSource
  void sampleFillsInEveryProperty(EventType type) throws IOException {
    // Given
    JsonNode properties = SCHEMAS.schema(type).get("properties");

    // When
    JsonNode data = encoded(type);

    // Then
    assertThat(data.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(() -> properties.fieldNames());
  }

  @Test
  void malformedTextIsNoticed() throws IOException {
    // Given
    ObjectNode data = encoded(EventType.PRESENCE_CHANGED);
    data.put("agentId", "somebody").put("at", "yesterday").put("presence", "ASLEEP");

    // When
    List<Error> errors = errors(EventType.PRESENCE_CHANGED, data);

    // Then
    assertThat(errors).hasSize(3);
  }

  private static List<Error> errors(EventType type, JsonNode data) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMAS.schema(type));
    return schema.validate(
        data, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static ObjectNode encoded(EventType type) throws IOException {
    return encoded(SampleEvents.of(type).data());
  }

  private static ObjectNode encoded(EventData data) throws IOException {
    byte[] value = CloudEventCodec.encode(SampleEvents.event(data)).value();
    return (ObjectNode) EventJson.mapper().readTree(value);
  }
}
