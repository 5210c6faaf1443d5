package io.parley.outbound.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.DeliveryState;
import io.parley.events.FailureCause;
import io.parley.simulator.mylink.MyLinkSettings;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * MyLINK (providers/link-mobility.md, part II): access tokens; nothing prevents a second message.
 */
@QuarkusTest
class MyLinkSendingTest extends SendingTable {

  private int tokenSeconds;
  private boolean expiryUntold;

  @Override
  Business newBusiness() {
    return Business.sms(
        "link-mobility",
        Map.of("variant", "MYLINK", "clientId", "client-" + Business.hex(6)),
        Map.of("clientSecret", Business.hex(16)));
  }

  @Override
  void register(Business with) {
    simulator()
        .mylink()
        .putAccount(
            accountAtProvider(with),
            new MyLinkSettings(
                with.setting("clientId"),
                with.secret("clientSecret"),
                tokenSeconds,
                expiryUntold,
                List.of(with.address().address(), with.digits()),
                null,
                Map.of(),
                null,
                null,
                null,
                null));
  }

  @Override
  DeliveryState afterUnavailability() {
    return DeliveryState.DELIVERED;
  }

  @Override
  String simulated() {
    return "mylink";
  }

  @Override
  String accountAtProvider(Business of) {
    return of.setting("clientId");
  }

  @Override
  Doubt doubt() {
    return Doubt.LEFT_OPEN;
  }

  @ParameterizedTest
  @CsvSource({
    "3002, REJECTED, CONFIGURATION",
    "4003, UNDELIVERED, BLOCKED",
    "4006, FAILED, CONTENT_REFUSED"
  })
  void reportedFailureSaysWhy(String code, DeliveryState state, FailureCause cause) {
    assertFailsLater(code, state, cause);
  }

  private static long tokensIssued() {
    return simulator().requests().stream()
        .filter(request -> request.path().endsWith("/openid-connect/token"))
        .count();
  }

  @Test
  void manyMessagesAtOnceShareOneToken() {
    // Given
    long before = tokensIssued();

    // When
    List<UUID> messages = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      conversation = UUID.randomUUID();
      messages.add(reply("one of many"));
    }
    messages.forEach(message -> awaitState(message, DeliveryState.DELIVERED));

    // Then
    assertThat(tokensIssued() - before).isEqualTo(1);
  }

  @Test
  void tokenThatEndsEarlyIsReplacedWithinTheSameAttempt() {
    // Given
    tokenSeconds = 30;
    expiryUntold = true;
    set(business);
    awaitState(reply("first"), DeliveryState.DELIVERED);
    long before = tokensIssued();

    // When
    simulator().advanceClock(Duration.ofMinutes(1));
    UUID second = reply("second");
    awaitState(second, DeliveryState.DELIVERED);

    // Then
    assertThat(latest(second).attempt()).isEqualTo(1);
    assertThat(tokensIssued() - before).isEqualTo(1);
    assertThat(taken()).containsExactly("first", "second");
  }

  @Test
  void tokenIsRenewedBeforeItEnds() {
    // Given
    tokenSeconds = 2;
    set(business);
    awaitState(reply("first"), DeliveryState.DELIVERED);
    long before = tokensIssued();

    // When
    await()
        .until(
            () -> {
              awaitState(reply("and another"), DeliveryState.DELIVERED);
              return tokensIssued() > before;
            });

    // Then
    assertThat(callsAnswered401()).isZero();
  }

  private long callsAnswered401() {
    return simulator().requests().stream()
        .filter(request -> request.body().contains(customer.substring(1)))
        .filter(request -> request.status() == 401)
        .count();
  }

  @Test
  void refusedCredentialsRejectTheMessageWithoutACall() {
    // Given
    Business known = business;
    business =
        new Business(
            known.account(), known.address(), Map.of("clientSecret", "another-" + Business.hex(8)));
    register(business);

    // When
    UUID message = reply("never leaves");
    awaitState(message, DeliveryState.REJECTED);

    // Then
    assertThat(reason(message).cause()).isEqualTo(FailureCause.CREDENTIALS);
    assertThat(callsWith("never leaves")).isZero();
  }
}
