package io.parley.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.security.RequestValidator;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Parameters;
import io.parley.simulator.http.Request;
import io.parley.simulator.testing.Caller;
import io.parley.simulator.testing.Sample;
import io.parley.simulator.testing.Stage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallbacksTest {

  private static final String POOL = "MG00112233445566778899aabbccddeeff";

  private final Stage stage = new Stage();

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void sentAndDeliveredAreReportedAndSigned() throws Exception {
    // When
    Caller.Result sent = stage.send("Hi");

    // Then
    await().untilAsserted(() -> assertThat(statuses()).containsExactly("sent", "delivered"));
    assertThat(stage.receiver.requests()).allSatisfy(CallbacksTest::assertSigned);
    assertThat(stage.receiver.forms().getLast().byName().keySet())
        .containsExactlyInAnyOrder(
            "MessageSid",
            "SmsSid",
            "AccountSid",
            "From",
            "To",
            "MessageStatus",
            "SmsStatus",
            "ApiVersion",
            "RawDlrDoneDate");
    assertThat(stage.receiver.values("MessageSid")).containsOnly(sent.body().path("sid").asText());
  }

  @Test
  void messageResourceFollowsTheCallbacks() throws Exception {
    // Given
    String uri = stage.send("Hi").body().path("uri").asText();

    // When
    await().untilAsserted(() -> assertThat(statuses()).contains("delivered"));

    // Then
    Caller.Result fetched = stage.caller.get(uri);
    assertThat(fetched.body().path("status").asText()).isEqualTo("delivered");
    assertThat(fetched.body().path("date_sent").asText()).endsWith("+0000");
  }

  @Test
  void whatsAppIsReportedAsReadWhenAskedFor() throws Exception {
    // Given
    stage
        .simulator
        .twilio()
        .putAccount(Sample.ACCOUNT, Sample.account(stage.receiver.base()).withReadReceipts());
    stage
        .simulator
        .twilio()
        .receive(
            InboundOrder.text(
                Sample.ACCOUNT, Sample.WHATSAPP_CUSTOMER, Sample.WHATSAPP_SENDER, "Hi"));

    // When
    stage.sendWhatsApp("Body", "Hello");

    // Then
    await()
        .untilAsserted(() -> assertThat(statuses()).containsExactly("sent", "delivered", "read"));
    Parameters last = stage.receiver.forms().getLast();
    assertThat(last.text("EventType")).isEqualTo("READ");
    assertThat(last.text("ChannelPrefix")).isEqualTo("whatsapp");
    assertThat(last.text("ChannelInstallSid")).matches("XE[0-9a-f]{32}");
  }

  @Test
  void messagingServiceAcceptsAndPicksTheSenderLater() throws Exception {
    // Given
    stage
        .simulator
        .twilio()
        .putAccount(
            Sample.ACCOUNT,
            Sample.account(stage.receiver.base())
                .with(
                    new MessagingServiceSettings(
                        POOL, List.of(Sample.NUMBER), null, true, Sample.STATUS_URL, false)));

    // When
    Caller.Result sent =
        stage.caller.post(
            Sample.MESSAGES, "To", Sample.CUSTOMER, "MessagingServiceSid", POOL, "Body", "Hi");

    // Then
    assertThat(sent.body().path("status").asText()).isEqualTo("accepted");
    assertThat(sent.body().path("from").isNull()).isTrue();
    assertThat(sent.body().path("num_segments").asText()).isEqualTo("0");
    await()
        .untilAsserted(() -> assertThat(statuses()).containsExactly("queued", "sent", "delivered"));
    assertThat(stage.receiver.values("From")).containsOnly(Sample.NUMBER);
    assertThat(stage.receiver.values("MessagingServiceSid")).containsOnly(POOL);
  }

  @Test
  void everyFailureIsRepeatedWhenTheAccountSaysSo() throws Exception {
    // Given
    stage
        .simulator
        .twilio()
        .putAccount(Sample.ACCOUNT, Sample.account(stage.receiver.base()).withCallbackRetries(3));
    stage.receiver.answerNext(
        Answer.empty(503), Answer.empty(404), new Answer.Dropped(), Answer.empty(204));

    // When
    stage.send("Hi");

    // Then
    await()
        .untilAsserted(
            () ->
                assertThat(statuses())
                    .containsExactly("sent", "sent", "sent", "sent", "delivered"));
    assertThat(tokens().subList(0, 4)).containsOnly(tokens().getFirst());
  }

  @Test
  void serverErrorIsNotRepeatedByDefault() throws Exception {
    // Given
    stage.receiver.answerNext(Answer.empty(503));

    // When
    stage.send("Hi");

    // Then
    await().untilAsserted(() -> assertThat(statuses()).containsExactly("sent", "delivered"));
  }

  @Test
  void connectionFailureIsRepeatedOnceByDefault() throws Exception {
    // Given
    stage.receiver.answerNext(new Answer.Dropped(), new Answer.Dropped());

    // When
    stage.send("Hi");

    // Then
    await()
        .untilAsserted(() -> assertThat(statuses()).containsExactly("sent", "sent", "delivered"));
  }

  @Test
  void withoutAnyCallbackUrlNothingIsReported() throws Exception {
    // When
    Caller.Result sent =
        stage.caller.post(
            Sample.MESSAGES, "To", Sample.CUSTOMER, "From", Sample.NUMBER, "Body", "Hi");

    // Then
    String uri = sent.body().path("uri").asText();
    await()
        .untilAsserted(
            () ->
                assertThat(stage.caller.get(uri).body().path("status").asText())
                    .isEqualTo("delivered"));
    assertThat(stage.receiver.requests()).isEmpty();
  }

  private List<String> statuses() {
    return stage.receiver.values("MessageStatus").stream().filter(s -> !s.isEmpty()).toList();
  }

  private List<String> tokens() {
    return stage.receiver.requests().stream()
        .map(request -> String.valueOf(request.header("I-Twilio-Idempotency-Token")))
        .toList();
  }

  private static void assertSigned(Request request) {
    Map<String, String> form =
        request.form().byName().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().getFirst()));
    assertThat(
            new RequestValidator(Sample.TOKEN)
                .validate(Sample.STATUS_URL, form, request.header("X-Twilio-Signature")))
        .isTrue();
  }
}
