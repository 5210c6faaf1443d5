package io.parley.testing.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TwilioWebhooksTest {

  private static final String SID = "SM0a1b2c3d4e5f60718293a4b5c6d7e8f9";

  private final TwilioWebhooks twilio =
      new TwilioWebhooks("AC00112233445566778899aabbccddeeff", "6f1e2d3c4b5a69788796a5b4c3d2e1f0");

  @Test
  void signatureIsThatOfVectorA() {
    // Given
    Map<String, String> fields =
        Map.of("Body", "Hi", "From", "+12065550142", "MessageSid", SID, "To", "+12065550100");

    // When
    SignedWebhook call = twilio.signed("https://desk.example.org/webhooks/twilio/ch_7", fields);

    // Then
    assertThat(call.signature()).isEqualTo("2BmNvfY2USHxgokaYS8xrH0P4fg=");
  }

  @Test
  void messageCarriesItsAttachments() {
    // Given
    String picture = "https://api.twilio.com/picture";

    // When
    SignedWebhook call =
        twilio.message(
            "https://desk.example.org/x", "+12065550142", "+12065550100", "Hi", SID, picture);

    // Then
    assertThat(call.body())
        .contains("NumMedia=1", "MediaUrl0=https%3A%2F%2Fapi.twilio.com%2Fpicture");
  }
}
