package io.parley.ingress.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.Channel;
import io.parley.events.Event;
import io.parley.events.MessageReceived;
import io.parley.events.Topic;
import io.parley.events.TraceParent;
import io.parley.events.WebhookReplayed;
import io.parley.testing.ServersResource;
import io.parley.testing.TestKafka;
import io.parley.testing.azure.EventGridWebhooks;
import io.parley.testing.custom.ContractWebhooks;
import io.parley.testing.infobip.InfobipWebhooks;
import io.parley.testing.webhook.WebhookCall;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was kept of a batch is a call of its own, which can be read again. */
@QuarkusTest
@QuarkusTestResource(
    value = ServersResource.class,
    initArgs = @ResourceArg(name = "schema", value = "ingress"))
class BatchReplayTest {

  private static final String SECRET = "s3cr3t-s3cr3t-s3cr3t-s3cr3t-s3cr3t";

  /**
   * A batch of one element that is understood and one that is not yet.
   *
   * @param missing our address of the second element
   * @param early id of the second element
   */
  record Batch(TestAccount account, String missing, WebhookCall call, String early) {

    @Override
    public String toString() {
      return account.provider();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("batches")
  void elementThatCameTooEarlyIsReadAfterTheFixWithTheSameIdHoweverOften(Batch batch) {
    // Given
    new Desk(List.of(batch.account())).configure();
    assertThat(Desk.call(batch.call()).statusCode()).isBetween(200, 204);
    ConsumerRecord<String, byte[]> letter = kept(batch);
    List<String> more =
        Stream.concat(batch.account().addresses().stream(), Stream.of(batch.missing())).toList();
    TestAccount fixed =
        new TestAccount(
            batch.account().provider(),
            batch.account().channel(),
            batch.account().key(),
            batch.account().settings(),
            batch.account().secrets(),
            more);
    new Desk(List.of(fixed)).configure();

    // When
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              replay(letter);
              assertThat(messages(batch.early())).hasSizeGreaterThan(1);
            });

    // Then
    assertThat(messages(batch.early()))
        .allSatisfy(
            event -> {
              MessageReceived message = (MessageReceived) event.data();
              assertThat(event.id()).isEqualTo(fixed.id() + "/" + batch.early());
              assertThat(message.to()).isEqualTo(batch.missing());
              assertThat(message.text()).isEqualTo("too early");
              assertThat(message.receivedAt())
                  .isEqualTo(Instant.parse(Said.header(letter, "received-at")));
            });
  }

  static Stream<Batch> batches() {
    return Stream.of(infobip(), azure(), custom());
  }

  private static Batch infobip() {
    TestAccount account =
        TestAccount.sms("infobip", "ib_batch", Map.of(), Map.of(), "+447700900999");
    String element =
        "{\"messageId\":\"%s\",\"from\":\"447700900123\",\"to\":\"%s\",\"text\":\"%s\"}";
    return new Batch(
        account,
        "+447700900998",
        InfobipWebhooks.plain(
            account.path(),
            "{\"results\":["
                + element.formatted("ib-now", "447700900999", "now")
                + ","
                + element.formatted("ib-early", "447700900998", "too early")
                + "]}"),
        "ib-early");
  }

  private static Batch azure() {
    EventGridWebhooks grid = new EventGridWebhooks("/subscriptions/1/communicationservices/x", "a");
    TestAccount account =
        TestAccount.sms(
            "azure", "acs_batch", Map.of(), Map.of("webhookSecret", SECRET), "+18335550142");
    String data =
        "{\"messageId\":\"%s\",\"from\":\"14255550177\",\"to\":\"%s\",\"message\":\"%s\"}";
    return new Batch(
        account,
        "+18335550143",
        grid.events(
            account.path() + "?code=" + SECRET,
            grid.event("SMSReceived", "1", data.formatted("acs-now", "18335550142", "now")),
            grid.event(
                "SMSReceived", "2", data.formatted("acs-early", "18335550143", "too early"))),
        "acs-early");
  }

  private static Batch custom() {
    TestAccount account =
        new TestAccount(
            "custom",
            Channel.CUSTOM,
            "cu_batch",
            Map.of(
                "form", "contract",
                "endpoint", "https://chat.harbour.example/parley",
                "channelDefinitionId", "harbour-chat"),
            Map.of("sharedSecret", SECRET),
            List.of("desk-1"));
    String element =
        "{\"ChannelDefinitionId\":\"harbour-chat\",\"MessageId\":\"%s\",\"From\":\"visitor:77\","
            + "\"To\":\"%s\",\"Message\":{\"text\":\"%s\"}}";
    return new Batch(
        account,
        "desk-2",
        new ContractWebhooks(SECRET)
            .signed(
                account.path(),
                "["
                    + element.formatted("cu-now", "desk-1", "now")
                    + ","
                    + element.formatted("cu-early", "desk-2", "too early")
                    + "]",
                Instant.now()),
        "cu-early");
  }

  private static ConsumerRecord<String, byte[]> kept(Batch batch) {
    List<ConsumerRecord<String, byte[]>> letters =
        TestKafka.records(Topic.MESSAGES_RECEIVED.deadLetterName()).stream()
            .filter(record -> new String(record.value(), UTF_8).contains(batch.early()))
            .toList();
    assertThat(letters).hasSize(1);
    assertThat(new String(letters.getFirst().value(), UTF_8)).doesNotContain("-now");
    return letters.getFirst();
  }

  private static void replay(ConsumerRecord<String, byte[]> letter) {
    String account = Said.header(letter, "account-id");
    TestKafka.send(
        new Event<>(
            UUID.randomUUID().toString(),
            "/parley/admin",
            account,
            Instant.now(),
            TraceParent.begin(new Random(1)),
            account,
            new WebhookReplayed(
                UUID.fromString(account),
                Said.header(letter, "provider"),
                Said.header(letter, "method"),
                Said.header(letter, "sub-path"),
                Said.header(letter, "query"),
                Said.header(letter, "content-type"),
                Base64.getEncoder().encodeToString(letter.value()),
                Instant.parse(Said.header(letter, "received-at")),
                "administrator")));
  }

  private static List<Event<?>> messages(String id) {
    return TestKafka.events(Topic.MESSAGES_RECEIVED).stream()
        .filter(
            event ->
                event.data() instanceof MessageReceived message
                    && message.providerMessageId().equals(id))
        .toList();
  }
}
