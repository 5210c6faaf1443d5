package io.parley.outbound.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.testing.CommittedDocument;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiDocumentTest extends Journey {

  @Test
  void committedDocumentIsWhatTheServiceServes() {
    // Given
    String served = RestAssured.get("/q/openapi").asString();

    // Then
    assertThat(CommittedDocument.read("openapi/outbound.yaml", served)).isEqualTo(served);
  }
}
