package io.parley.events.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.parley.events.EventType;
import io.parley.events.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The committed documents say what the code does. {@code -Dparley.update-documents=true} rewrites
 * them, but never so that a reader would break. A type that nobody has read yet can be changed
 * freely by deleting its schema first.
 */
class EventDocumentsTest {

  private static final Map<String, String> GENERATED =
      EventDocuments.generate(Path.of("src", "main", "java"));
  private static final CommittedDocuments COMMITTED =
      new CommittedDocuments(Path.of("..", "..", "docs", "events"));

  static Set<String> files() {
    return GENERATED.keySet();
  }

  @BeforeAll
  static void rewriteOnRequest() throws IOException {
    if (Boolean.getBoolean("parley.update-documents")) {
      for (Map.Entry<String, String> document : GENERATED.entrySet()) {
        COMMITTED.rewrite(document.getKey(), document.getValue());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void changeOfTheCodeBreaksNoReader(String file) throws IOException {
    // Given
    String generated = GENERATED.getOrDefault(file, "");

    // When / Then
    assertThat(COMMITTED.breaks(file, generated))
        .as("What readers of %s lose; a change like this needs a new version of the type", file)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void committedDocumentIsWhatTheCodeGenerates(String file) throws IOException {
    // When
    String committed = COMMITTED.text(file);

    // Then
    assertThat(committed)
        .as("docs/events/%s; rewrite it with -Dparley.update-documents=true", file)
        .isEqualTo(GENERATED.get(file));
  }

  @Test
  void noTypeThatWasPromisedHasDisappeared() throws IOException {
    // When
    Set<String> schemas = COMMITTED.schemas();

    // Then
    assertThat(GENERATED.keySet()).containsAll(schemas);
  }

  @ParameterizedTest
  @EnumSource
  void everyTopicIsAChannel(Topic topic) throws IOException {
    // When
    JsonNode channels = asyncApi().path("channels");

    // Then
    assertThat(channels)
        .anySatisfy(
            channel -> {
              assertThat(channel.path("address").asText()).isEqualTo(topic.topicName());
              assertThat(channel.at("/bindings/kafka/partitions").asInt())
                  .isEqualTo(topic.partitions());
              assertThat(channel.at("/bindings/kafka/topicConfiguration").isObject())
                  .isEqualTo(topic.compacted());
            })
        .anySatisfy(
            channel ->
                assertThat(channel.path("address").asText()).isEqualTo(topic.deadLetterName()));
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeIsAMessageOfItsTopic(EventType type) throws IOException {
    // Given
    JsonNode document = asyncApi();

    // When
    Map.Entry<String, JsonNode> message =
        document.at("/components/messages").properties().stream()
            .filter(entry -> entry.getValue().path("name").asText().equals(type.typeName()))
            .findFirst()
            .orElseThrow();

    // Then
    assertThat(message.getValue().at("/payload/$ref").asText())
        .isEqualTo("./schemas/" + type.typeName() + ".json");
    assertThat(document.path("channels"))
        .anySatisfy(
            channel -> {
              assertThat(channel.path("address").asText()).isEqualTo(type.topic().topicName());
              assertThat(channel.path("messages").has(message.getKey())).isTrue();
            });
  }

  private static JsonNode asyncApi() throws IOException {
    return new YAMLMapper().readTree(COMMITTED.text(EventDocuments.ASYNC_API));
  }
}
