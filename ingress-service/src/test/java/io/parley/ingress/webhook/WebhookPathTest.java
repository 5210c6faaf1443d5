package io.parley.ingress.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookPathTest {

  @ParameterizedTest
  @CsvSource({
    "/webhooks/twilio/ch_7,''",
    "/webhooks/twilio/ch_7/,/",
    "/webhooks/twilio/ch_7/status,/status",
    "/webhooks/twilio/ch_7/a%2Fb//c,/a%2Fb//c"
  })
  void pathNamesProviderAccountAndTheRestAsItCame(String raw, String subPath) {
    // When
    WebhookPath path = WebhookPath.parse(raw).orElseThrow();

    // Then
    assertThat(path).isEqualTo(new WebhookPath(raw, "twilio", "ch_7", subPath));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/webhooks", "/webhooks/", "/webhooks/twilio", "/webhooks//ch_7", "/x"})
  void otherPathNamesNone(String raw) {
    // Then
    assertThat(WebhookPath.parse(raw)).isEmpty();
  }

  @Test
  void encodedKeyStaysEncoded() {
    // Then
    assertThat(WebhookPath.parse("/webhooks/twilio/ch%5F7"))
        .hasValueSatisfying(path -> assertThat(path.accountKey()).isEqualTo("ch%5F7"));
  }
}
