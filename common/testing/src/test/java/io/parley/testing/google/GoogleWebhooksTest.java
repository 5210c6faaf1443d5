package io.parley.testing.google;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoogleWebhooksTest {

  @Test
  void signatureIsThatOfTheSmallVector() {
    // When
    String signature =
        new GoogleWebhooks("token-1")
            .signature("{\"conversationId\":\"c-1\",\"requestId\":\"r-1\"}");

    // Then
    assertThat(signature)
        .isEqualTo(
            "tB0YCc8ner2PF84JZCM79j6JtHqonpu4s3t5st5P2YNbmoU5kvodKvMZAjF7e4pbSWbPrjA0Dckxi4PGyF7iwg==");
  }

  @Test
  void eventOfRcsIsSignedWithoutItsEnvelope() {
    // Given
    String event =
        """
        {"senderPhoneNumber":"+15550104477","messageId":"MxN4vQk2S7Gd","sendTime":\
        "2026-03-02T09:15:27.480125Z","text":"Olá, where is my order?","agentId":"harbor-books"}""";

    // When
    String signature =
        new GoogleWebhooks("rbm-ct-Qk83-vesper")
            .rcs("/x", event)
            .headers()
            .get(GoogleWebhooks.SIGNATURE);

    // Then
    assertThat(signature)
        .isEqualTo(
            "KOrB04BXvMcAnDIpPdcCzcgXSwI+t5WEmQT54n+DcnYrIO2x6JMafpaEhZb2UTDJ4IheDkvoxLAh9bOAcy0Hww==");
  }
}
