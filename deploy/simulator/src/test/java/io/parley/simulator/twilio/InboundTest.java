package io.parley.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.security.RequestValidator;
import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Request;
import io.parley.simulator.testing.Caller;
import io.parley.simulator.testing.Sample;
import io.parley.simulator.testing.Stage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundTest {

  private final Stage stage = new Stage();

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void webhookIsSignedForThePublicUrlAndDeliveredToTheLocalOne() {
    // When
    InboundResult result = receive(text("Héllo 📦 "));

    // Then
    Request request = stage.receiver.requests().getFirst();
    assertThat(request.path()).isEqualTo("/webhooks/twilio/ch_7");
    assertThat(request.header("Content-Type"))
        .isEqualTo("application/x-www-form-urlencoded; charset=UTF-8");
    assertThat(isValid(request, Sample.TOKEN)).isTrue();
    assertThat(request.form().text("Body")).isEqualTo("Héllo 📦 ");
    assertThat(result.deliveries().getFirst().status()).isEqualTo(200);
    assertThat(result.deliveries().getFirst().problem()).isNull();
  }

  @Test
  void manyMessagesFollowEachOtherInOrder() {
    // When
    InboundResult result = receive(text("number {n}").count(20));

    // Then
    assertThat(stage.receiver.values("Body")).hasSize(20).startsWith("number 1", "number 2");
    assertThat(stage.receiver.values("Body")).last().isEqualTo("number 20");
    assertThat(stage.receiver.values("MessageSid")).isEqualTo(result.messageSids());
  }

  @Test
  void oneMessageCanBeDeliveredTwentyTimesAtOnce() {
    // When
    InboundResult result = receive(text("Hi").sameSid(20).parallel(20));

    // Then
    assertThat(stage.receiver.requests()).hasSize(20);
    assertThat(new HashSet<>(stage.receiver.values("MessageSid"))).hasSize(1);
    assertThat(result.messageSids()).hasSize(1);
    assertThat(result.acknowledged()).isEqualTo(20);
  }

  @Test
  void failuresAreRepeatedWithTheSameSidAndToken() {
    // Given
    stage.receiver.answerNext(Answer.empty(503), new Answer.Dropped());

    // When
    InboundResult result = receive(text("Hi").retries(3));

    // Then
    assertThat(result.deliveries().getFirst().attempts()).hasSize(3).first().isEqualTo("503");
    assertThat(result.deliveries().getFirst().attempts()).last().isEqualTo("200");
    assertThat(new HashSet<>(stage.receiver.values("MessageSid"))).hasSize(1);
    assertThat(
            stage.receiver.requests().stream()
                .map(r -> r.header("I-Twilio-Idempotency-Token"))
                .distinct())
        .hasSize(1);
  }

  @Test
  void fragmentOfTheUrlDecidesAboutRepetition() {
    // Given
    stage.receiver.answerNext(Answer.empty(503), Answer.empty(503));

    // When
    InboundResult result = receive(text("Hi").signUrl(Sample.SMS_URL + "#rc=2&rp=5xx"));

    // Then
    assertThat(result.deliveries().getFirst().attempts()).containsExactly("503", "503", "200");
    assertThat(isValid(stage.receiver.requests().getFirst(), Sample.TOKEN)).isTrue();
  }

  @Test
  void fallbackIsCalledOnceWithTheError() {
    // Given
    String fallback = Sample.SMS_URL + "/fallback";
    stage
        .simulator
        .twilio()
        .putAccount(
            Sample.ACCOUNT,
            AccountSettings.of(Sample.TOKEN)
                .with(
                    NumberSettings.sms(Sample.NUMBER, Sample.SMS_URL)
                        .withFallbackUrl(fallback)
                        .deliveredTo(stage.receiver.base())));
    stage.receiver.answerNext(Answer.empty(500));

    // When
    InboundResult result = receive(text("Hi"));

    // Then
    assertThat(result.deliveries().getFirst().fallbackStatus()).isEqualTo(200);
    assertThat(stage.receiver.forms().getLast().text("ErrorCode")).isEqualTo("11200");
    assertThat(stage.receiver.forms().getLast().text("ErrorUrl")).isEqualTo(Sample.SMS_URL);
  }

  @ParameterizedTest
  @CsvSource({"VALID, true, false", "SECONDARY, false, true", "WRONG, false, false"})
  void signatureCanBeOfAnotherToken(
      SignatureKind kind, boolean primaryFits, boolean secondaryFits) {
    // Given
    stage
        .simulator
        .twilio()
        .putAccount(
            Sample.ACCOUNT, Sample.account(stage.receiver.base()).withSecondaryToken("second"));

    // When
    receive(text("Hi").signature(kind));

    // Then
    Request request = stage.receiver.requests().getFirst();
    assertThat(isValid(request, Sample.TOKEN)).isEqualTo(primaryFits);
    assertThat(isValid(request, "second")).isEqualTo(secondaryFits);
  }

  @Test
  void signatureCanBeMissing() {
    // When
    receive(text("Hi").signature(SignatureKind.NONE));

    // Then
    assertThat(stage.receiver.requests().getFirst().header("X-Twilio-Signature")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "200, text/xml, <Response>, 12100",
    "200, text/xml, <Answer/>, 12100",
    "200, application/json, {}, 12300",
    "404, text/xml, <Response/>, 11200",
    "503, text/plain, down, 11200",
    "302, text/plain, elsewhere, 11200",
  })
  void badAnswerIsAProblem(int status, String contentType, String body, int code) {
    // Given
    stage.receiver.answerNext(Answer.text(status, contentType, body));

    // When
    InboundResult result = receive(text("Hi"));

    // Then
    WebhookProblem problem = result.deliveries().getFirst().problem();
    assertThat(problem).isNotNull().extracting(WebhookProblem::code).isEqualTo(code);
  }

  @Test
  void unreachableReceiverIsAProblem() {
    // When
    InboundResult result = receive(text("Hi").deliverUrl("http://localhost:1/webhook"));

    // Then
    assertThat(result.deliveries().getFirst().attempts()).hasSize(2);
    assertThat(result.deliveries().getFirst().status()).isNull();
    assertThat(result.deliveries().getFirst().problem())
        .isNotNull()
        .extracting(WebhookProblem::code)
        .isEqualTo(11205);
  }

  @Test
  void replyInTheAnswerIsSentToTheCustomer() {
    // Given
    stage.receiver.answerNext(
        Answer.text(200, "text/xml", "<Response><Message><Body>Wait</Body></Message></Response>"));

    // When
    InboundResult result = receive(text("Hi"));

    // Then
    assertThat(result.deliveries().getFirst().replies()).containsExactly("Wait");
    assertThat(stage.simulator.messages()).hasSize(1);
    assertThat(stage.simulator.messages().getFirst().origin()).isEqualTo("reply");
    assertThat(stage.simulator.messages().getFirst().to()).isEqualTo(Sample.CUSTOMER);
  }

  @Test
  void inboundMessagesCanBeListed() throws Exception {
    // Given
    receive(text("lost"));

    // When
    Caller.Result listed = stage.caller.get(Sample.MESSAGES + "?To=%2B12065550100");

    // Then
    assertThat(listed.body().path("messages").path(0).path("body").asText()).isEqualTo("lost");
    assertThat(listed.body().path("messages").path(0).path("direction").asText())
        .isEqualTo("inbound");
  }

  @Test
  void serviceWithoutInboundUrlSwallowsTheMessage() {
    // Given
    stage
        .simulator
        .twilio()
        .putAccount(
            Sample.ACCOUNT,
            Sample.account(stage.receiver.base())
                .with(
                    new MessagingServiceSettings(
                        "MG00112233445566778899aabbccddeeff",
                        List.of(Sample.NUMBER),
                        null,
                        false,
                        null,
                        false)));

    // When
    InboundResult result = receive(text("Hi"));

    // Then
    assertThat(result.deliveries().getFirst().url()).isNull();
    assertThat(stage.receiver.requests()).isEmpty();
  }

  @Test
  void numberOfNobodyIsRefused() {
    // When
    InboundOrder order = InboundOrder.text(Sample.ACCOUNT, Sample.CUSTOMER, "+12065559999", "Hi");

    // Then
    assertThatThrownBy(() -> stage.simulator.twilio().receive(order))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessageContaining("number");
  }

  private InboundResult receive(InboundOrderBuilder order) {
    return stage.simulator.twilio().receive(order.build());
  }

  private static InboundOrderBuilder text(String body) {
    return new InboundOrderBuilder(Sample.ACCOUNT, Sample.CUSTOMER, Sample.NUMBER).body(body);
  }

  private static boolean isValid(Request request, String token) {
    Map<String, String> form =
        request.form().byName().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().getFirst()));
    return new RequestValidator(token)
        .validate(Sample.SMS_URL, form, request.header("X-Twilio-Signature"));
  }
}
