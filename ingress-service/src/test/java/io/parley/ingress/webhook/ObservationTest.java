package io.parley.ingress.webhook;

import static io.parley.ingress.IngressFixture.BASE;
import static io.parley.ingress.IngressFixture.OUR_NUMBER;
import static io.parley.ingress.IngressFixture.TOKEN;
import static io.parley.ingress.IngressFixture.newSid;
import static io.parley.ingress.IngressFixture.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.Channel;
import io.parley.events.DropReason;
import io.parley.events.MessageDropped;
import io.parley.events.MessageReceived;
import io.parley.events.Topic;
import io.parley.events.WebhookObserved;
import io.parley.events.WebhookObserved.Purpose;
import io.parley.events.configuration.Account;
import io.parley.events.configuration.Account.PreviousKey;
import io.parley.events.configuration.Account.PreviousSecret;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import io.parley.events.configuration.ConfigurationObject;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.RetiredAccount;
import io.parley.ingress.IngressFixture;
import io.parley.testing.ConfigurationTopic;
import io.parley.testing.ServersResource;
import io.parley.testing.TestKafka;
import io.parley.testing.TestSecrets;
import io.parley.testing.twilio.SignedWebhook;
import io.parley.testing.twilio.TwilioWebhooks;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administrators learn of webhooks: which calls come, and with which secrets and keys. */
@QuarkusTest
@QuarkusTestResource(
    value = ServersResource.class,
    initArgs = @ResourceArg(name = "schema", value = "ingress"))
class ObservationTest {

  private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
  private static final String NEW_TOKEN = "9f1e2d3c4b5a69788796a5b4c3d2e1f9";
  private static final TwilioWebhooks WITH_NEW_TOKEN =
      new TwilioWebhooks(IngressFixture.ACCOUNT_SID, NEW_TOKEN);

  private final UUID id = UUID.randomUUID();
  private final String key = "ob_" + id;

  @BeforeEach
  void direct() {
    IngressFixture.configure();
  }

  @Test
  void acceptedCallIsObservedWithTimePlaceAndCount() {
    // Given
    Instant before = Instant.now();
    configure(account(key, TOKEN, Map.of(), null), key);

    // When
    post(message(key));
    post(message(key));

    // Then
    WebhookObserved call = awaitObserved(Purpose.INBOUND, "ACCEPTED", 2);
    assertThat(call.at()).isAfter(before);
    assertThat(call.from()).isEqualTo("127.0.0.1");
    assertThat(call.earlierSecrets()).isEmpty();
    assertThat(call.earlierKey()).isFalse();
    assertThat(call.refused()).isNull();
  }

  @Test
  void refusedCallIsObservedWithTheUrlThatShouldHaveBeenSignedAndNothingOfTheBody() {
    // Given
    configure(account(key, TOKEN, Map.of(), null), key);

    // When
    post(
        path(key) + "/status?message=1",
        "Body=private-words",
        "Content-Type",
        FORM,
        "X-Twilio-Signature",
        "private-signature");

    // Then
    WebhookObserved call = awaitObserved(Purpose.STATUS, "REFUSED", 1);
    WebhookObserved.Refused why = call.refused();
    assertThat(why).isNotNull();
    assertThat(why.status()).isEqualTo(403);
    assertThat(why.header()).isEqualTo("X-Twilio-Signature");
    assertThat(why.signedUrl()).isEqualTo(BASE + path(key) + "/status?message=1");
    assertThat(call.toString()).doesNotContain("private", TOKEN);
  }

  @Test
  void callToAPathThatNobodyWasGivenIsObservedApart() {
    // Given
    configure(account(key, TOKEN, Map.of(), null), key);

    // When
    post(path(key) + "/statsu", "Body=Hi", "Content-Type", FORM);

    // Then
    assertThat(awaitObserved(Purpose.OTHER, "REFUSED", 1).refused()).isNotNull();
  }

  @Test
  void manyCallsAreFewRecords() {
    // Given
    configure(account(key, TOKEN, Map.of(), null), key);
    Instant begin = Instant.now();

    // When
    for (int i = 0; i < 60; i++) {
      post(path(key), "Body=Hi", "Content-Type", FORM);
    }
    awaitObserved(Purpose.INBOUND, "REFUSED", 60);

    // Then
    long seconds = Duration.between(begin, Instant.now()).toSeconds();
    assertThat(observed(Purpose.INBOUND, "REFUSED").stream().filter(o -> o.count() > 1))
        .hasSizeLessThanOrEqualTo((int) seconds + 2);
  }

  @Test
  void earlierSecretIsAcceptedUntilItEndsAndTheObservationSaysSo() {
    // Given
    Instant until = Instant.now().plusSeconds(8);
    configure(account(key, NEW_TOKEN, Map.of("authToken", previous(until)), null), key);

    // When
    HttpResponse<String> withOld = post(message(key));

    // Then
    assertThat(withOld.statusCode()).isEqualTo(200);
    assertThat(awaitObserved(Purpose.INBOUND, "ACCEPTED", 1).earlierSecrets())
        .containsExactly("authToken");
    assertThat(
            post(WITH_NEW_TOKEN.message(
                    BASE + path(key), "+12065550142", OUR_NUMBER, "Hi", newSid()))
                .statusCode())
        .isEqualTo(200);
    await().until(() -> post(message(key)).statusCode() == 403);
    assertThat(Instant.now()).isAfterOrEqualTo(until);
  }

  @Test
  void earlierKeyIsServedUntilItEndsAndTheObservationSaysSo() {
    // Given
    String former = key + "_former";
    Instant until = Instant.now().plusSeconds(8);
    configure(account(key, TOKEN, Map.of(), new PreviousKey(former, until)), key);

    // When
    HttpResponse<String> atFormer = post(message(former));

    // Then
    assertThat(atFormer.statusCode()).isEqualTo(200);
    assertThat(awaitObserved(Purpose.INBOUND, "ACCEPTED", 1).earlierKey()).isTrue();
    assertThat(post(message(key)).statusCode()).isEqualTo(200);
    await().until(() -> post(message(former)).statusCode() == 404);
    assertThat(Instant.now()).isAfterOrEqualTo(until);
  }

  @Test
  void lateCallsOfARetiredAccountAreAcknowledgedAsTwilioExpectsDroppedAndTold() {
    // Given
    Account account = account(key, TOKEN, Map.of(), null);
    configure(account, key);
    ConfigurationTopic.publish(RetiredAccount.of(account, Instant.now()));
    ConfigurationTopic.delete(Kind.ACCOUNT, id);
    SignedWebhook late = message(key);
    await().until(() -> post(path(key), "x", "Content-Type", FORM).statusCode() == 200);

    // When
    HttpResponse<String> message = post(late);
    HttpResponse<String> status =
        post(path(key) + "/status", "MessageStatus=sent", "Content-Type", FORM);

    // Then
    assertThat(message.statusCode()).isEqualTo(200);
    assertThat(message.body()).endsWith("<Response></Response>");
    assertThat(status.statusCode()).isEqualTo(204);
    await()
        .untilAsserted(
            () -> assertThat(dropped().mapToLong(MessageDropped::count).sum()).isGreaterThan(2));
    assertThat(dropped()).allMatch(drop -> drop.reason() == DropReason.RETIRED_ACCOUNT);
    assertThat(TestKafka.data(Topic.MESSAGES_RECEIVED, MessageReceived.class))
        .noneMatch(received -> received.accountId().equals(id));
  }

  @Test
  void accountThatWasRetiredLongAgoIsUnknown() {
    // Given
    Account account = account(key, TOKEN, Map.of(), null);
    configure(account, key);

    // When
    ConfigurationTopic.publish(
        RetiredAccount.of(account, Instant.now().minus(RetiredAccount.GRACE)));
    ConfigurationTopic.delete(ConfigurationObject.Kind.ACCOUNT, account.id());

    // Then
    await().until(() -> post(path(key), "x", "Content-Type", FORM).statusCode() == 404);
  }

  private Account account(
      String accountKey,
      String token,
      Map<String, PreviousSecret> previous,
      @Nullable PreviousKey previousKey) {
    return new Account(
        id,
        accountKey,
        "twilio",
        Channel.SMS,
        accountKey,
        Map.of("accountSid", IngressFixture.ACCOUNT_SID),
        Map.of("authToken", TestSecrets.cipher().encrypt(id, "authToken", token)),
        previous,
        previousKey);
  }

  private PreviousSecret previous(Instant until) {
    return new PreviousSecret(TestSecrets.cipher().encrypt(id, "authToken", TOKEN), until);
  }

  private void configure(Account account, String accountKey) {
    ConfigurationTopic.publish(
        account,
        new ChannelAddress(
            UUID.randomUUID(), id, Channel.SMS, OUR_NUMBER, "Test", SenderType.LONG_CODE));
    await().until(() -> IngressFixture.get(path(accountKey)).statusCode() == 403);
  }

  private static String path(String accountKey) {
    return "/webhooks/twilio/" + accountKey;
  }

  private static SignedWebhook message(String accountKey) {
    return IngressFixture.TWILIO.message(
        BASE + path(accountKey), "+12065550142", OUR_NUMBER, "Hi", newSid());
  }

  private WebhookObserved awaitObserved(Purpose purpose, String outcome, long count) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> observed(purpose, outcome),
            found -> !found.isEmpty() && found.getLast().count() >= count)
        .getLast();
  }

  private List<WebhookObserved> observed(Purpose purpose, String outcome) {
    return TestKafka.data(Topic.WEBHOOKS_OBSERVED, WebhookObserved.class).stream()
        .filter(o -> o.key().equals(id + "/" + purpose + "/" + outcome))
        .toList();
  }

  private Stream<MessageDropped> dropped() {
    return TestKafka.data(Topic.MESSAGES_DROPPED, MessageDropped.class).stream()
        .filter(drop -> drop.accountId().equals(id));
  }
}
