package io.parley.outbound.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.Channel;
import io.parley.events.CustomerAddress;
import io.parley.events.DeliveryState;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import io.parley.events.configuration.ChannelAddress.SenderType;
import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.google.GbmSettings;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Google's Business Messages: an id that is known already is refused with 409. */
@QuarkusTest
class BusinessMessagesSendingTest extends SendingTable {

  private static final Duration WINDOW = Duration.ofDays(30);

  @Override
  Channel channel() {
    return Channel.GOOGLE_BUSINESS_MESSAGES;
  }

  /** Google takes messages only in answer to the customer's. */
  @BeforeEach
  @Override
  void customerBegins() {
    customerWrites("hello", null, Instant.now());
  }

  @Override
  CustomerAddress to() {
    return new CustomerAddress(CustomerAddress.Kind.BUSINESS_SCOPED_ID, customer);
  }

  @Override
  Business newBusiness() {
    String id = Business.hex(4);
    return Business.of(
        "google",
        channel(),
        SenderType.BUSINESS_AGENT,
        "brands/brand-" + id + "/agents/agent-" + id,
        Map.of(),
        Map.of(
            "clientToken", Business.hex(8),
            "serviceAccountKey", GoogleKey.file(id + "@harbor.example")));
  }

  @Override
  void register(Business with) {
    String id = accountAtProvider(with).replace("agent-", "");
    simulator()
        .google()
        .putAccount(
            accountAtProvider(with),
            new GbmSettings(
                with.secret("clientToken"),
                null,
                GoogleKey.atGoogle(id + "@harbor.example"),
                "brand-" + id,
                "agent-" + id,
                Endpoint.of(webhook(with)),
                null,
                List.of(customer),
                List.of(),
                null,
                false,
                null,
                0,
                true));
  }

  @Override
  String simulated() {
    return "google";
  }

  @Override
  String accountAtProvider(Business of) {
    return of.address().address().split("/")[3];
  }

  @Override
  Doubt doubt() {
    return Doubt.REPEATED;
  }

  @ParameterizedTest
  @CsvSource({"PERMISSION_DENIED, 0, RECIPIENT_INVALID", "INVALID_ARGUMENT, 0, CONTENT_INVALID"})
  void refusalIsFinalAndSaysWhy(String code, int status, FailureCause cause) {
    assertRefused(code, status, cause);
  }

  private UUID replyAfter(Duration silence) {
    Instant now = Instant.now();
    business = newBusiness();
    customer = newCustomer();
    set(business);
    MovableClock.stopAt(now);
    return reply(MessageContent.ofText("still there?"), now.minus(silence));
  }

  @Test
  void oneSecondBeforeThirtyDaysItIsSent() {
    // When
    UUID message = replyAfter(WINDOW.minusSeconds(1));

    // Then
    awaitState(message, DeliveryState.SENT, DeliveryState.DELIVERED);
    assertThat(taken()).containsExactly("still there?");
  }

  @Test
  void afterThirtyDaysItIsRefusedWithoutACall() {
    // When
    UUID message = replyAfter(WINDOW);
    awaitState(message, DeliveryState.REJECTED);

    // Then
    assertThat(reason(message).cause()).isEqualTo(FailureCause.WINDOW_CLOSED);
    assertThat(latest(message).attempt()).isZero();
    assertThat(taken()).isEmpty();
  }
}
