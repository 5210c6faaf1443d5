package io.parley.admin.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/configuration-as-code.md says about YAML is what is read. */
class ConfigurationAsCodeDocumentTest {

  private static final Path PAGE = Path.of("..", "docs", "configuration-as-code.md");
  private static final Pattern SAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyValueInTheSamplesIsTheTextThatThePageSays() throws IOException {
    // Given
    List<String> samples =
        SAMPLE.matcher(Files.readString(PAGE)).results().map(r -> r.group(1)).toList();

    // When
    List<JsonNode> read =
        samples.stream()
            .map(s -> YamlDocument.read(s.getBytes(StandardCharsets.UTF_8)).tree())
            .toList();

    // Then
    assertThat(read).hasSize(2);
    assertThat(read)
        .allSatisfy(sample -> assertThat(sample).isNotEmpty().allMatch(JsonNode::isTextual));
  }
}
