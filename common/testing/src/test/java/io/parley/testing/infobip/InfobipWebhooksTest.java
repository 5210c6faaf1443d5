package io.parley.testing.infobip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InfobipWebhooksTest {

  @Test
  void signatureIsThatOfTheVector() {
    // Given
    String body =
        """
        {"results":[{"messageId":"01HZX4P0Q7","from":"447700900123","to":"447700900999","text":\
        "STOP","cleanText":"","keyword":"STOP","receivedAt":"2026-03-03T09:05:07.120+0000",\
        "smsCount":1,"price":{"pricePerMessage":0,"currency":"EUR"}}],"messageCount":1,\
        "pendingMessageCount":0}""";

    // When
    String signature =
        InfobipWebhooks.signed("/x", body, "X-Signature", "HmacSHA256", "infobip-hook-secret-1")
            .headers()
            .get("X-Signature");

    // Then
    assertThat(signature)
        .isEqualTo("dcf292c466d324b900a7b64daac8f0c71ea0f774497f89d64235ac56d0af10c1");
  }
}
