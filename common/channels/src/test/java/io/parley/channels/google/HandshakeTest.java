package io.parley.channels.google;

import static io.parley.channels.google.Samples.GBM_TOKEN;
import static io.parley.channels.google.Samples.NOW;
import static io.parley.channels.google.Samples.RCS_TOKEN;
import static io.parley.channels.google.Samples.SECOND_TOKEN;
import static io.parley.channels.google.Samples.account;
import static io.parley.channels.google.Samples.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.events.Channel;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console's "Verify" (providers/google-business-messages.md §2). */
class HandshakeTest {

  private static final String DOCUMENTED =
      "{\"clientToken\":\"gbm-ct-7Hq2Lw9ZpX4v\",\"secret\":\"8841207719\"}";

  private final GoogleReceiver receiver = new GoogleReceiver();

  @Test
  void documentedHandshakeIsAnsweredWithTheSecretAloneAsPlainText() {
    // When
    Reception reception =
        receiver.receive(call(DOCUMENTED, null), account(Channel.GOOGLE_BUSINESS_MESSAGES), NOW);

    // Then
    assertThat(reception)
        .isEqualTo(
            Reception.Understood.nothing(new WebhookAnswer(200, "text/plain", "8841207719")));
  }

  @ParameterizedTest
  @CsvSource({
    "RCS, rbm-ct-Qk83-vesper",
    "GOOGLE_BUSINESS_MESSAGES, gbm-ct-7Hq2Lw9ZpX4v",
    "GOOGLE_BUSINESS_MESSAGES, second-token-0815"
  })
  void everyTokenOfTheAccountOpensIt(Channel channel, String token) {
    // Given
    OpenAccount account =
        account(
            channel,
            Map.of(),
            Map.of(
                "clientToken",
                channel == Channel.RCS ? RCS_TOKEN : GBM_TOKEN,
                "secondClientToken",
                SECOND_TOKEN));
    String body = "{\"secret\":1234,\"clientToken\":\"" + token + "\",\"more\":true}";

    // When
    Reception reception = receiver.receive(call(body, null), account, NOW);

    // Then
    assertThat(reception)
        .isEqualTo(Reception.Understood.nothing(new WebhookAnswer(200, "text/plain", "1234")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gbm-ct-7Hq2Lw9ZpX4", "GBM-CT-7HQ2LW9ZPX4V", "x", "rbm-ct-Qk83-vesper"})
  void anotherTokenIsRefusedWithoutTheSecret(String token) {
    // Given
    String body = "{\"clientToken\":\"" + token + "\",\"secret\":\"8841207719\"}";

    // When
    Reception reception =
        receiver.receive(call(body, null), account(Channel.GOOGLE_BUSINESS_MESSAGES), NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotAuthentic.class);
    assertThat(reception.toString()).doesNotContain("8841207719", GBM_TOKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"clientToken\":\"gbm-ct-7Hq2Lw9ZpX4v\"}",
        "{\"secret\":\"8841207719\"}",
        "{\"clientToken\":\"gbm-ct-7Hq2Lw9ZpX4v\",\"secret\":{}}",
        "{\"clientToken\":\"gbm-ct-7Hq2Lw9ZpX4v\",\"secret\":\"8841207719\",\"agent\":\"a\"}",
        "[{\"clientToken\":\"gbm-ct-7Hq2Lw9ZpX4v\",\"secret\":\"8841207719\"}]"
      })
  void whatIsNoHandshakeNeedsASignature(String body) {
    // When
    Reception reception =
        receiver.receive(call(body, null), account(Channel.GOOGLE_BUSINESS_MESSAGES), NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotAuthentic.class);
  }
}
