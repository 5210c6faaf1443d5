package io.parley.testing.telesign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TelesignWebhooksTest {

  private final TelesignWebhooks telesign =
      new TelesignWebhooks(
          "0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9",
          "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==");

  @Test
  void signatureIsThatOfTheThirdVector() {
    // When
    String signature = telesign.signature("{\"mo_message\":\"Grüße 📦\"}");

    // Then
    assertThat(signature).isEqualTo("PK6H19uYVIR/rX+00R2SI+LZBu1cO1yl8N4ggeMdeKE=");
  }
}
