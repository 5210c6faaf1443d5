package io.parley.channels.azure;

import static io.parley.channels.azure.Samples.CLOUD_EVENT;
import static io.parley.channels.azure.Samples.EVENT_GRID;
import static io.parley.channels.azure.Samples.INBOUND;
import static io.parley.channels.azure.Samples.NOW;
import static io.parley.channels.azure.Samples.OTHER_SECRET;
import static io.parley.channels.azure.Samples.REPORT;
import static io.parley.channels.azure.Samples.RESOURCE;
import static io.parley.channels.azure.Samples.SECRET;
import static io.parley.channels.azure.Samples.account;
import static io.parley.channels.azure.Samples.call;
import static io.parley.channels.azure.Samples.post;
import static io.parley.channels.azure.Samples.receive;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookRequest;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is let in, what is refused, and what becomes of a batch. */
class AzureReceiverTest {

  private final AzureReceiver receiver = new AzureReceiver();
  private final OpenAccount guarded = account(Map.of(), Map.of("webhookSecret", SECRET));

  @Test
  void accountWithoutASecretReliesOnItsUrl() {
    // When
    Reception reception = receive(INBOUND);

    // Then
    assertThat(((Reception.Understood) reception).answer()).isEqualTo(WebhookAnswer.OK);
    assertThat(((Reception.Understood) reception).messages()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"code=" + SECRET, "a=1&code=" + SECRET, "code=x&code=" + SECRET})
  void secretInTheQueryOpens(String query) {
    // When
    Reception reception = receiver.receive(call("POST", query, EVENT_GRID, INBOUND), guarded, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.Understood.class);
  }

  @ParameterizedTest
  @CsvSource({
    "X-Webhook-Secret, " + SECRET,
    "x-webhook-secret, " + SECRET,
    "Authorization, Bearer " + SECRET,
    "Authorization, bearer  " + SECRET
  })
  void secretInADeliveryHeaderOpens(String name, String value) {
    // When
    Reception reception = receiver.receive(post(EVENT_GRID, INBOUND, name, value), guarded, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.Understood.class);
  }

  @Test
  void headerOfAnotherNameCanBeChosen() {
    // Given
    OpenAccount account =
        account(Map.of("webhookHeader", "X-Ours"), Map.of("webhookSecret", SECRET));

    // When
    Reception reception =
        receiver.receive(post(EVENT_GRID, INBOUND, "x-ours", SECRET), account, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.Understood.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {SECRET, OTHER_SECRET})
  void bothSecretsOpenWhileOneIsChanged(String given) {
    // Given
    OpenAccount account =
        account(Map.of(), Map.of("webhookSecret", SECRET, "previousWebhookSecret", OTHER_SECRET));

    // When
    Reception reception =
        receiver.receive(call("POST", "code=" + given, EVENT_GRID, INBOUND), account, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.Understood.class);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "code=",
        "code=" + OTHER_SECRET,
        "Code=" + SECRET,
        "code=%",
        "secret=" + SECRET,
        "code=" + SECRET + "x"
      })
  void wrongOrMissingSecretIsRefused(@Nullable String query) {
    // When
    Reception reception = receiver.receive(call("POST", query, EVENT_GRID, INBOUND), guarded, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotAuthentic.class);
    assertThat(((Reception.NotAuthentic) reception).reason())
        .contains(Samples.URL)
        .doesNotContain(SECRET, OTHER_SECRET);
  }

  @Test
  void secretOfAnotherAccountDoesNotOpen() {
    // Given
    OpenAccount other = account(Map.of(), Map.of("webhookSecret", OTHER_SECRET));
    WebhookRequest call = call("POST", "code=" + SECRET, EVENT_GRID, INBOUND);

    // Then
    assertThat(receiver.authenticate(call, guarded, NOW)).isEmpty();
    assertThat(receiver.authenticate(call, other, NOW))
        .containsInstanceOf(Reception.NotAuthentic.class);
  }

  @ParameterizedTest
  @CsvSource({
    "SubscriptionValidation, POST",
    "Notification, POST",
    "SubscriptionDeletion, POST",
    ", OPTIONS"
  })
  void secretIsAskedForInEveryCall(@Nullable String eventType, String method) {
    // Given
    WebhookRequest call =
        call(method, null, EVENT_GRID, INBOUND, "aeg-event-type", String.valueOf(eventType));

    // When
    Reception reception = receiver.receive(call, guarded, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotAuthentic.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        EVENT_GRID,
        CLOUD_EVENT,
        "application/cloudevents-batch+json",
        "application/JSON; charset=\"UTF-8\""
      })
  void everyDocumentedContentTypeIsTaken(String contentType) {
    // When
    Reception reception = receiver.receive(post(contentType, INBOUND), account(), NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.Understood.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "",
        "application/json; charset=iso-8859-1"
      })
  void otherContentTypesAreRefused(String contentType) {
    // When
    Reception reception = receiver.receive(post(contentType, INBOUND), account(), NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.UnsupportedType.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "{", "[{]", "\"text\"", "12", "null", "<html/>"})
  void whatIsNoJsonIsMalformed(String body) {
    // When
    Reception reception = receive(body);

    // Then
    assertThat(reception).isInstanceOf(Reception.Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "HEAD", "DELETE"})
  void otherMethodsAreMalformed(String method) {
    // When
    Reception reception = receiver.receive(call(method, null, EVENT_GRID, INBOUND), account(), NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.Malformed.class);
  }

  @ParameterizedTest
  @CsvSource({
    "acs-sms-prod, ACS-SMS-PROD, true",
    "'other, acs-sms-prod', acs-sms-prod, true",
    "acs-sms-prod, acs-sms-test, false",
    "acs-sms-prod, '', false"
  })
  void onlyConfiguredSubscriptionsMayCall(String configured, String name, boolean allowed) {
    // Given
    OpenAccount account = account(Map.of("eventSubscriptionNames", configured), Map.of());
    WebhookRequest call = post(EVENT_GRID, INBOUND, "aeg-subscription-name", name);

    // When
    var refusal = receiver.authenticate(call, account, NOW);

    // Then
    assertThat(refusal.isEmpty()).isEqualTo(allowed);
    assertThat(refusal.stream()).allMatch(Reception.NotAuthentic.class::isInstance);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false"})
  void onlyEventsOfTheConfiguredResourceCount(boolean same, boolean allowed) {
    // Given
    String resource = same ? RESOURCE.toUpperCase(Locale.ROOT) : RESOURCE + "-2";
    OpenAccount account = account(Map.of("resourceId", resource), Map.of());

    // When
    boolean grid = receiver.authenticate(post(EVENT_GRID, INBOUND), account, NOW).isEmpty();
    boolean cloud = receiver.authenticate(post(CLOUD_EVENT, REPORT), account, NOW).isEmpty();

    // Then
    assertThat(grid).isEqualTo(allowed);
    assertThat(cloud).isEqualTo(allowed);
  }

  @Test
  void strangeElementOfABatchSpoilsNoOther() {
    // Given
    String message = element(INBOUND);
    String unknown = message.replace("18335550142", "18005550100");
    String batch = "[" + String.join(",", message, "7", unknown, "{\"a\":1}", REPORT) + "]";

    // When
    Reception.Understood read = (Reception.Understood) receive(batch);

    // Then
    assertThat(read.messages()).hasSize(1);
    assertThat(read.receipts()).hasSize(1);
    assertThat(read.unread())
        .extracting(Reception.Unread::reason)
        .containsExactly(
            "neither an event of Event Grid's schema nor a CloudEvent",
            "the account has no address 18005550100",
            "neither an event of Event Grid's schema nor a CloudEvent");
  }

  @Test
  void unreadElementIsReadAgainAsACallOfItsOwn() {
    // Given
    String unknown = element(INBOUND).replace("18335550142", "62349");
    Reception.Understood read =
        (Reception.Understood) receive("[" + element(INBOUND) + "," + unknown + "]");

    // When
    WebhookRequest again =
        new WebhookRequest(
            "POST", Samples.URL, "", null, Map.of(), read.unread().getFirst().body());
    Reception reception = receiver.read(again, account(), NOW);

    // Then
    assertThat(reception)
        .isEqualTo(
            new Reception.NotUnderstood("the account has no address 62349", WebhookAnswer.OK));
  }

  @Test
  void elementOfAnotherResourceIsKeptApart() {
    // Given
    OpenAccount account = account(Map.of("resourceId", RESOURCE), Map.of());
    String foreign = element(INBOUND).replace("demo-helpdesk", "another");
    String batch = "[" + element(INBOUND) + "," + foreign + "]";

    // When
    Reception reception = receiver.receive(post(EVENT_GRID, batch), account, NOW);

    // Then
    assertThat(((Reception.Understood) reception).messages()).hasSize(1);
    assertThat(((Reception.Understood) reception).unread())
        .extracting(Reception.Unread::reason)
        .containsExactly("an event of another resource");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[{\"eventType\":\"Microsoft.Communication.ChatMessageReceived\",\"data\":{}}]",
        "{\"type\":\"Microsoft.EventGrid.SubscriptionDeletedEvent\",\"data\":{}}",
        "{\"specversion\":\"1.0\",\"type\":\"com.example.new\"}"
      })
  void whatIsOfNoConcernIsAcknowledged(String body) {
    // When
    Reception reception = receive(body);

    // Then
    assertThat(reception).isEqualTo(Reception.Understood.nothing(WebhookAnswer.OK));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SubscriptionDeletion", "Unsubscribe", "unsubscribe"})
  void goodbyeIsAcknowledgedWhateverItSays(String eventType) {
    // When
    Reception reception =
        receiver.receive(
            post(EVENT_GRID, "[{\"odd\":1}]", "aeg-event-type", eventType), account(), NOW);

    // Then
    assertThat(reception).isEqualTo(Reception.Understood.nothing(WebhookAnswer.OK));
  }

  @Test
  void secretIsNotKeptWithADeadLetter() {
    // When
    String kept = receiver.keptQuery("code=" + SECRET, account());

    // Then
    assertThat(kept).isNull();
  }

  private static String element(String array) {
    return array.substring(1, array.length() - 1);
  }
}
