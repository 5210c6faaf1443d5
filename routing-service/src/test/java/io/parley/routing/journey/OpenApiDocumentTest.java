package io.parley.routing.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.testing.CommittedDocument;
import io.restassured.RestAssured;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@RoutingTest
class OpenApiDocumentTest {

  private static final Pattern REFERENCE = Pattern.compile("#/components/schemas/(\\w+)");

  @Test
  void committedDocumentIsWhatTheServiceServes() {
    // Given
    String served = RestAssured.get("/q/openapi").asString();

    // Then
    assertThat(CommittedDocument.read("openapi/routing.yaml", served)).isEqualTo(served);
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
