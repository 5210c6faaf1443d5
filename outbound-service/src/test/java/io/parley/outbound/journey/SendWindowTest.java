package io.parley.outbound.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.Channel;
import io.parley.events.DeliveryState;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import io.parley.events.MessageTemplate;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultMatch;
import io.parley.simulator.faults.FaultRule;
import io.parley.simulator.twilio.TemplateSettings;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SendWindowTest extends Journey {

  private static final Duration DAY = Duration.ofHours(24);

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @Override
  Channel channel() {
    return Channel.WHATSAPP;
  }

  /**
   * The simulator has seen no message of the customer, so it may report the failure 63016 later.
   */
  private static void awaitTaken(UUID message) {
    awaitState(
        message,
        DeliveryState.SENT,
        DeliveryState.DELIVERED,
        DeliveryState.READ,
        DeliveryState.UNDELIVERED,
        DeliveryState.FAILED);
  }

  private UUID replyAfter(Duration silence) {
    MovableClock.stopAt(now);
    return reply(MessageContent.ofText("hello"), now.minus(silence));
  }

  @Test
  void oneSecondBeforeTheEndItIsSent() {
    // When
    UUID message = replyAfter(DAY.minusSeconds(1));
    awaitTaken(message);

    // Then
    assertThat(taken()).containsExactly("hello");
  }

  @Test
  void atTheEndItIsRefusedWithAReasonToActOn() {
    // When
    UUID message = replyAfter(DAY);
    awaitState(message, DeliveryState.REJECTED);

    // Then
    assertThat(latest(message).reason())
        .satisfies(
            reason -> {
              assertThat(reason.cause()).isEqualTo(FailureCause.WINDOW_CLOSED);
              assertThat(reason.text()).contains("Send a template");
            });
    assertThat(latest(message).attempt()).isZero();
    assertThat(taken()).isEmpty();
  }

  @Test
  void oneSecondLaterItIsRefused() {
    // When
    UUID message = replyAfter(DAY.plusSeconds(1));
    awaitState(message, DeliveryState.REJECTED);

    // Then
    assertThat(taken()).isEmpty();
  }

  @Test
  void templateGoesThroughAShutWindow() {
    // Given
    String sid = "HX" + Business.hex(16);
    simulator().twilio().putTemplate(sid, TemplateSettings.text("Hello {{1}}, it is ready."));

    // When
    UUID message =
        reply(
            MessageContent.ofTemplate(new MessageTemplate(sid, Map.of("1", "Ada"))),
            now.minus(DAY.multipliedBy(3)));
    awaitState(message, DeliveryState.DELIVERED, DeliveryState.READ);

    // Then
    assertThat(taken()).containsExactly("Hello Ada, it is ready.");
    assertThat(latest(message).attempt()).isEqualTo(1);
  }

  @Test
  void windowSeenByOutboundCountsAlsoWhenTheAuthorKnewLess() {
    // Given
    customerWrites("hi", null, now.minusSeconds(60));

    // When
    UUID message = reply(MessageContent.ofText("hello"), now.minus(DAY.multipliedBy(2)));
    awaitTaken(message);

    // Then
    assertThat(taken()).containsExactly("hello");
  }

  @Test
  void lateProcessedOldMessageDoesNotShortenTheWindow() {
    // Given
    customerWrites("new", null, now.minusSeconds(60));
    customerWrites("old", null, now.minus(DAY.multipliedBy(2)));

    // When
    UUID message = reply("hello");
    awaitTaken(message);

    // Then
    assertThat(taken()).containsExactly("hello");
  }

  @Test
  void windowIsJudgedAtEachAttempt() {
    // Given
    simulator().faults(FaultRule.times(1, FaultMatch.body("hello"), new Fault.TooManyRequests(1)));
    UUID message = replyAfter(DAY.minusSeconds(1));
    awaitState(message, DeliveryState.QUEUED);
    await().until(() -> latest(message).nextAttemptAt() != null);

    // When
    MovableClock.stopAt(now.plusSeconds(2));
    awaitState(message, DeliveryState.REJECTED);

    // Then
    assertThat(latest(message).attempt()).isEqualTo(1);
    assertThat(taken()).isEmpty();
  }
}
