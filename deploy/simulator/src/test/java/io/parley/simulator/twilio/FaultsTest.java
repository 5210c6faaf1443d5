package io.parley.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultMatch;
import io.parley.simulator.faults.FaultRule;
import io.parley.simulator.http.Parameters;
import io.parley.simulator.recording.MessageFilter;
import io.parley.simulator.testing.Caller;
import io.parley.simulator.testing.Sample;
import io.parley.simulator.testing.Stage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private final Stage stage = new Stage();

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void tooManyRequestsTellsWhenToComeBackAndTakesNothing() throws Exception {
    // Given
    once(new Fault.TooManyRequests(2));

    // When
    Caller.Result first = stage.send("Hi");
    Caller.Result second = stage.send("Hi");

    // Then
    assertThat(first.status()).isEqualTo(429);
    assertThat(first.body().path("code").asInt()).isEqualTo(20429);
    assertThat(first.headers()).containsEntry("retry-after", "2");
    assertThat(second.status()).isEqualTo(201);
    assertThat(stage.simulator.messages()).hasSize(1);
  }

  @Test
  void serverErrorBeforeTakesNothing() throws Exception {
    // Given
    once(new Fault.ServerError(503, Fault.When.BEFORE, null));

    // When
    Caller.Result result = stage.send("Hi");

    // Then
    assertThat(result.status()).isEqualTo(503);
    assertThat(result.body().path("code").asInt()).isEqualTo(20503);
    assertThat(stage.simulator.messages()).isEmpty();
  }

  @Test
  void serverErrorAfterHasTakenTheMessage() throws Exception {
    // Given
    once(new Fault.ServerError(502, Fault.When.AFTER, Fault.ErrorBody.HTML));

    // When
    Caller.Result result = stage.send("Hi");

    // Then
    assertThat(result.status()).isEqualTo(502);
    assertThat(result.headers().get("content-type")).isEqualTo("text/html");
    assertThat(stage.simulator.messages()).hasSize(1);
  }

  @Test
  void droppedAnswerLeavesAMessageThatCanBeLookedUp() throws Exception {
    // Given
    once(new Fault.DropAnswer());

    // When
    assertThatThrownBy(() -> stage.send("Hi")).isInstanceOf(IOException.class);

    // Then
    Caller.Result listed = stage.caller.get(Sample.MESSAGES + "?To=%2B12065550142");
    assertThat(listed.body().path("messages")).hasSize(1);
    assertThat(stage.simulator.messages()).hasSize(1);
    assertThat(stage.simulator.requests().getFirst().status()).isZero();
  }

  @Test
  void slowAnswerComesLateButTheMessageIsTakenAtOnce() throws Exception {
    // Given
    once(new Fault.Slow(300, null));
    Instant before = Instant.now();

    // When
    Caller.Result result = stage.send("Hi");

    // Then
    assertThat(result.status()).isEqualTo(201);
    assertThat(Duration.between(before, Instant.now()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(300));
    assertThat(stage.simulator.messages().getFirst().at()).isBefore(before.plusMillis(300));
  }

  @Test
  void refusalCarriesTheGivenCode() throws Exception {
    // Given
    once(new Fault.Refuse(21614, 0, null));

    // When
    Caller.Result result = stage.send("Hi");

    // Then
    assertThat(result.status()).isEqualTo(400);
    assertThat(result.body().path("code").asInt()).isEqualTo(21614);
    assertThat(result.body().path("message").asText()).contains("mobile");
  }

  @Test
  void lateFailureIsReportedWithItsCode() throws Exception {
    // Given
    once(new Fault.FailLater(null, 30005, "Unknown destination handset"));

    // When
    String uri = stage.send("Hi").body().path("uri").asText();

    // Then
    await().untilAsserted(() -> assertThat(statuses()).containsExactly("sent", "undelivered"));
    Parameters last = stage.receiver.forms().getLast();
    assertThat(last.text("ErrorCode")).isEqualTo("30005");
    assertThat(last.text("ErrorMessage")).isEqualTo("Unknown destination handset");
    assertThat(stage.caller.get(uri).body().path("error_code").asInt()).isEqualTo(30005);
  }

  @Test
  void failedIsReportedWithoutSent() throws Exception {
    // Given
    once(new Fault.FailLater(Fault.Failure.FAILED, 30001, null));

    // When
    stage.send("Hi");

    // Then
    await().untilAsserted(() -> assertThat(statuses()).containsExactly("failed"));
  }

  @Test
  void callbacksCanBeRepeated() throws Exception {
    // Given
    once(new Fault.DuplicateCallbacks(3));

    // When
    stage.send("Hi");

    // Then
    await()
        .untilAsserted(
            () ->
                assertThat(statuses())
                    .containsExactly(
                        "sent", "sent", "sent", "delivered", "delivered", "delivered"));
  }

  @Test
  void callbacksCanComeInTheWrongOrder() throws Exception {
    // Given
    once(new Fault.ReorderCallbacks());

    // When
    String uri = stage.send("Hi").body().path("uri").asText();

    // Then
    await().untilAsserted(() -> assertThat(statuses()).containsExactly("delivered", "sent"));
    assertThat(stage.caller.get(uri).body().path("status").asText()).isEqualTo("delivered");
  }

  @Test
  void callbacksCanComeBeforeTheAnswer() throws Exception {
    // Given
    once(new Fault.EarlyCallbacks());

    // When
    Caller.Result result = stage.send("Hi");

    // Then
    assertThat(statuses()).containsExactly("sent", "delivered");
    assertThat(result.body().path("status").asText()).isEqualTo("queued");
  }

  @Test
  void callbacksCanBeMissing() throws Exception {
    // Given
    once(new Fault.NoCallbacks());

    // When
    String uri = stage.send("Hi").body().path("uri").asText();
    stage.send("Hello");

    // Then
    await().untilAsserted(() -> assertThat(statuses()).containsExactly("sent", "delivered"));
    await()
        .untilAsserted(
            () ->
                assertThat(stage.caller.get(uri).body().path("status").asText())
                    .isEqualTo("delivered"));
    assertThat(stage.receiver.forms()).noneMatch(form -> uri.contains(form.text("MessageSid")));
  }

  @Test
  void lookUpCanFailToo() throws Exception {
    // Given
    stage.simulator.faults(
        FaultRule.times(1, FaultMatch.operation("list"), new Fault.ServerError(500, null, null)));

    // When
    Caller.Result first = stage.caller.get(Sample.MESSAGES);
    Caller.Result second = stage.caller.get(Sample.MESSAGES);

    // Then
    assertThat(first.body().path("code").asInt()).isEqualTo(20500);
    assertThat(second.status()).isEqualTo(200);
  }

  @Test
  void onlyMatchingMessagesAreHit() throws Exception {
    // Given
    stage.simulator.faults(
        FaultRule.always(FaultMatch.body("boom"), new Fault.Refuse(30007, 0, null)));

    // When
    List<Integer> answers = List.of(stage.send("Hi").status(), stage.send("ka-boom").status());

    // Then
    assertThat(answers).containsExactly(201, 400);
    assertThat(stage.simulator.messages(MessageFilter.ALL)).hasSize(1);
  }

  @Test
  void moreRequestsAtOnceThanAllowedAreRefused() throws Exception {
    // Given
    stage
        .simulator
        .twilio()
        .putAccount(Sample.ACCOUNT, Sample.account(stage.receiver.base()).withConcurrencyLimit(1));
    once(new Fault.Slow(60_000, null));
    Thread slow =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    stage.send("slow");
                  } catch (IOException | InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                  }
                });
    await().untilAsserted(() -> assertThat(stage.simulator.messages()).hasSize(1));

    // When
    Caller.Result second = stage.send("Hi");

    // Then
    assertThat(second.status()).isEqualTo(429);
    assertThat(second.headers()).containsEntry("twilio-concurrent-requests", "2");
    slow.interrupt();
  }

  private void once(Fault fault) {
    stage.simulator.faults(FaultRule.times(1, FaultMatch.ANY, fault));
  }

  private List<String> statuses() {
    return stage.receiver.values("MessageStatus");
  }
}
