package io.parley.outbound.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.DeliveryState;
import io.parley.simulator.delivery.CallbackDelays;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultMatch;
import io.parley.simulator.faults.FaultRule;
import io.parley.simulator.twilio.AccountSettings;
import io.parley.simulator.twilio.NumberSettings;
import io.parley.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * An instance died between recording an attempt and recording its outcome: what it left behind is
 * put into the database.
 */
@QuarkusTest
class CrashTest extends Journey {

  /** The state that a dead instance leaves: the attempt is recorded, its lease has expired. */
  private UUID leftBehind(String text) {
    TestDatabase.update("insert into conversation_line (conversation_id) values (?)", conversation);
    UUID message = UUID.randomUUID();
    TestDatabase.update(
        "insert into message (id, conversation_id, channel_address_id, customer_kind,"
            + " customer_address, content, author, requested_at, traceparent, taken_at, account_id,"
            + " version, attempts, changed_at, state, due_at, started_at, suspect_since, questions)"
            + " values (?, ?, ?, 'PHONE_NUMBER', ?, ?, 'agent', now(),"
            + " '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', now(), ?, 2, 1, now(),"
            + " 'CALLING', now(), now() - interval '4 seconds', now() - interval '4 seconds', 0)",
        message,
        conversation,
        business.address().id(),
        customer,
        "{\"text\":\"" + text + "\",\"mediaUrls\":[]}",
        business.account().id());
    TestDatabase.update(
        "insert into attempt (message_id, number, started_at) values (?, 1, now())", message);
    return message;
  }

  private void letItBeFound() {
    TestDatabase.update(
        "update conversation_line set due_at = now() where conversation_id = ?", conversation);
  }

  @Test
  void messageThatTheProviderHadTakenIsNotSentAgain() throws Exception {
    // Given
    simulator().faults(FaultRule.always(FaultMatch.to(customer), new Fault.NoCallbacks()));
    UUID message = leftBehind("before the crash");
    sendAsTheDeadInstanceDid("before the crash");

    // When
    letItBeFound();
    awaitState(message, DeliveryState.SENT);

    // Then
    assertThat(taken()).containsExactly("before the crash");
    assertThat(latest(message).providerMessageId())
        .isEqualTo(takenMessages().getFirst().messageId());
  }

  @Test
  void messageThatTheProviderHasNotSentYetIsNotSentAgain() throws Exception {
    // Given
    simulator()
        .twilio()
        .putAccount(
            business.accountSid(),
            AccountSettings.of(business.authToken())
                .with(NumberSettings.sms(business.address().address(), null))
                .withDelays(new CallbackDelays(600_000, 0, 0)));
    UUID message = leftBehind("still queued there");
    sendAsTheDeadInstanceDid("still queued there");

    // When
    letItBeFound();
    awaitState(message, DeliveryState.SENT);

    // Then
    assertThat(taken()).containsExactly("still queued there");
  }

  @Test
  void messageThatNeverLeftIsSentOnce() {
    // Given
    UUID message = leftBehind("never left");
    UUID next = reply("next");

    // When
    letItBeFound();
    awaitState(next, DeliveryState.DELIVERED);

    // Then
    assertThat(taken()).containsExactly("never left", "next");
    assertThat(latest(message).attempt()).isEqualTo(2);
  }

  private void sendAsTheDeadInstanceDid(String text) throws Exception {
    String form =
        "To=%2B"
            + customer.substring(1)
            + "&From=%2B"
            + business.address().address().substring(1)
            + "&Body="
            + text.replace(" ", "+");
    String login = business.accountSid() + ":" + business.authToken();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create(
                          simulator().baseUrl()
                              + "/2010-04-01/Accounts/"
                              + business.accountSid()
                              + "/Messages.json"))
                  .header(
                      "Authorization",
                      "Basic "
                          + Base64.getEncoder()
                              .encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(form))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(201);
    }
  }
}
