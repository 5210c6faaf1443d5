package io.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.testing.CommittedDocument;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@AdminTest
class OpenApiDocumentTest {

  private static final Pattern REFERENCE = Pattern.compile("#/components/\\w+/(\\w+)");

  @Test
  void committedDocumentIsWhatTheServiceServes() {
    // Given
    String served = Api.nobody().get("/q/openapi").asString();

    // Then
    assertThat(CommittedDocument.read("openapi/admin.yaml", served)).isEqualTo(served);
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    // Given
    String served = Api.nobody().get("/q/openapi").asString();

    // When
    Set<String> referenced =
        REFERENCE.matcher(served).results().map(m -> m.group(1)).collect(Collectors.toSet());

    // Then
    assertThat(referenced)
        .isNotEmpty()
        .allSatisfy(name -> assertThat(served).containsPattern("\n    " + name + ":\n"));
  }
}
