package io.parley.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.simulator.http.Parameters;
import io.parley.simulator.testing.Caller;
import io.parley.simulator.testing.Sample;
import io.parley.simulator.testing.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WhatsApp's 24 hours and templates (twilio-whatsapp.md §5). */
class SessionTest {

  private static final String TEMPLATE = "HX0123456789abcdef0123456789abcdef";
  private static final Duration DAY = Duration.ofHours(24);

  private final Stage stage = new Stage();

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void freeTextIsDeliveredJustBeforeTheEndOfTheSession() throws Exception {
    // Given
    customerWrites();
    stage.simulator.advanceClock(DAY.minusSeconds(30));

    // When
    stage.sendWhatsApp("Body", "Hello");

    // Then
    await().untilAsserted(() -> assertThat(statuses()).containsExactly("sent", "delivered"));
  }

  @Test
  void freeTextAfterTheSessionIsAcceptedAndFailsLater() throws Exception {
    // Given
    customerWrites();
    stage.simulator.advanceClock(DAY.plusSeconds(1));

    // When
    Caller.Result sent = stage.sendWhatsApp("Body", "Hello");

    // Then
    assertThat(sent.status()).isEqualTo(201);
    assertThat(sent.body().path("status").asText()).isEqualTo("queued");
    await().untilAsserted(() -> assertThat(statuses()).containsExactly("undelivered"));
    Parameters last = stage.receiver.forms().getLast();
    assertThat(last.text("ErrorCode")).isEqualTo("63016");
    assertThat(last.has("ChannelStatusMessage")).isTrue();
  }

  @Test
  void templateGoesThroughWithoutASession() throws Exception {
    // Given
    stage
        .simulator
        .twilio()
        .putTemplate(
            TEMPLATE,
            new TemplateSettings(
                "Hello {{1}}, order {{2}} is ready. Thank you!",
                Map.of("2", "8841"), List.of(), null));

    // When
    Caller.Result sent =
        stage.sendWhatsApp("ContentSid", TEMPLATE, "ContentVariables", "{\"1\":\"Zoë\"}");

    // Then
    assertThat(sent.body().path("body").asText())
        .isEqualTo("Hello Zoë, order 8841 is ready. Thank you!");
    assertThat(sent.body().path("sid").asText()).startsWith("MM");
    assertThat(sent.body().path("price_unit").isNull()).isTrue();
    await().untilAsserted(() -> assertThat(statuses()).containsExactly("sent", "delivered"));
  }

  @ParameterizedTest
  @CsvSource({"PENDING, 63016", "REJECTED, 63040", "PAUSED, 63041", "DISABLED, 63042"})
  void templateThatIsNotApprovedFailsLater(TemplateSettings.Approval approval, String code)
      throws Exception {
    // Given
    stage
        .simulator
        .twilio()
        .putTemplate(TEMPLATE, new TemplateSettings("Hello!", Map.of(), List.of(), approval));

    // When
    stage.sendWhatsApp("ContentSid", TEMPLATE);

    // Then
    await().untilAsserted(() -> assertThat(statuses()).containsExactly("undelivered"));
    assertThat(stage.receiver.values("ErrorCode")).containsExactly(code);
  }

  @Test
  void missingVariableWithoutDefaultFailsLater() throws Exception {
    // Given
    stage.simulator.twilio().putTemplate(TEMPLATE, TemplateSettings.text("Hello {{1}}!"));

    // When
    stage.sendWhatsApp("ContentSid", TEMPLATE);

    // Then
    await().untilAsserted(() -> assertThat(statuses()).containsExactly("undelivered"));
    assertThat(stage.receiver.values("ErrorCode")).containsExactly("63028");
  }

  private void customerWrites() {
    stage
        .simulator
        .twilio()
        .receive(
            InboundOrder.text(
                Sample.ACCOUNT, Sample.WHATSAPP_CUSTOMER, Sample.WHATSAPP_SENDER, "Hi"));
    stage.receiver.requests().clear();
  }

  private List<String> statuses() {
    return stage.receiver.values("MessageStatus");
  }
}
