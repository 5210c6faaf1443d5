package io.parley.routing.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The committed document is what the service serves. */
@RoutingTest
class OpenApiDocumentTest {

  private static final Pattern REFERENCE = Pattern.compile("#/components/schemas/(\\w+)");
  private static final Path DOCUMENT = Path.of("..", "docs", "openapi", "routing.yaml");

  /** Run with -Dparley.update-documents=true to write it anew after a change that is meant. */
  @Test
  void committedDocumentIsUpToDate() throws IOException {
    // Given
    String served = RestAssured.get("/q/openapi").asString();

    // When
    if (Boolean.getBoolean("parley.update-documents")) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, served);
    }

    // Then
    assertThat(Files.readString(DOCUMENT)).isEqualTo(served);
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    // Given
    String served = RestAssured.get("/q/openapi").asString();

    // When
    Set<String> referenced =
        REFERENCE.matcher(served).results().map(m -> m.group(1)).collect(Collectors.toSet());

    // Then
    assertThat(referenced)
        .isNotEmpty()
        .allSatisfy(name -> assertThat(served).containsPattern("\n    " + name + ":\n"));
  }
}
