package io.parley.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What providers hear when an account is gone. */
class AcknowledgementTest {

  @ParameterizedTest
  @MethodSource("providers")
  void everyProviderHearsSuccess(ChannelProvider provider) {
    // When
    WebhookAnswer answer = provider.receiver().acknowledgement(call(""), Map.of());

    // Then
    assertThat(answer.status()).isBetween(200, 299);
  }

  @ParameterizedTest
  @CsvSource({"'', <Response></Response>", "/status, ''"})
  void customerOfTwilioGetsNoReply(String subPath, String end) {
    // When
    WebhookAnswer answer = receiver("twilio").acknowledgement(call(subPath), Map.of());

    // Then
    assertThat(answer.body()).endsWith(end);
  }

  @Test
  void settingsOfTheAccountDecideWhereTheyMay() {
    // When
    WebhookAnswer link =
        receiver("link-mobility").acknowledgement(call(""), Map.of("acknowledgement", "taken"));
    WebhookAnswer custom =
        receiver("custom")
            .acknowledgement(
                call(""),
                Map.of(
                    "form", "http",
                    "callAnswerStatus", "202",
                    "callAnswerType", "text/plain",
                    "callAnswerBody", "thanks"));

    // Then
    assertThat(link.body()).isEqualTo("taken");
    assertThat(custom).isEqualTo(new WebhookAnswer(202, "text/plain", "thanks"));
  }

  static List<ChannelProvider> providers() {
    return List.copyOf(ChannelProviders.installed().all());
  }

  private static WebhookReceiver receiver(String provider) {
    return ChannelProviders.installed().named(provider).orElseThrow().receiver();
  }

  private static WebhookRequest call(String subPath) {
    return new WebhookRequest(
        "POST",
        "https://desk.example.org/webhooks/x/y" + subPath,
        subPath,
        null,
        Map.of(),
        new byte[0]);
  }
}
