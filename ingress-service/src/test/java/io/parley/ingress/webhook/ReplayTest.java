package io.parley.ingress.webhook;

import static io.parley.ingress.IngressFixture.ACCOUNT;
import static io.parley.ingress.IngressFixture.TWILIO;
import static io.parley.ingress.IngressFixture.WEBHOOK;
import static io.parley.ingress.IngressFixture.newSid;
import static io.parley.ingress.IngressFixture.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.Channel;
import io.parley.events.Event;
import io.parley.events.MessageReceived;
import io.parley.events.Topic;
import io.parley.events.TraceParent;
import io.parley.events.WebhookReplayed;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import io.parley.ingress.IngressFixture;
import io.parley.testing.ConfigurationTopic;
import io.parley.testing.ServersResource;
import io.parley.testing.TestKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = ServersResource.class,
    initArgs = @ResourceArg(name = "schema", value = "ingress"))
class ReplayTest {

  private static final String NEW_NUMBER = "+12065550155";
  private static final String CUSTOMER = "+12065550142";

  @BeforeEach
  void configure() {
    IngressFixture.configure();
  }

  @Test
  void callThatWasNotUnderstoodIsReadAgainAfterTheFixAndHasTheSameIdHoweverOften() {
    // Given
    String sid = newSid();
    assertThat(post(TWILIO.message(WEBHOOK, CUSTOMER, NEW_NUMBER, "too early", sid)).statusCode())
        .isEqualTo(200);
    ConsumerRecord<String, byte[]> letter = deadLetters(sid).getFirst();
    ConfigurationTopic.publish(
        new ChannelAddress(
            UUID.randomUUID(), ACCOUNT, Channel.SMS, NEW_NUMBER, "New", SenderType.LONG_CODE));

    // When
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              replay(letter);
              assertThat(messages(sid)).hasSizeGreaterThan(1);
            });

    // Then
    assertThat(messages(sid))
        .allSatisfy(
            event -> {
              assertThat(event.id()).isEqualTo(ACCOUNT + "/" + sid);
              assertThat(event.data().text()).isEqualTo("too early");
              assertThat(event.data().receivedAt())
                  .isEqualTo(Instant.parse(header(letter, "received-at")));
            });
  }

  @Test
  void callThatIsStillNotUnderstoodIsKeptAgain() {
    // Given
    String sid = newSid();
    post(TWILIO.message(WEBHOOK, CUSTOMER, "+12065550156", "nobody's", sid));
    ConsumerRecord<String, byte[]> letter = deadLetters(sid).getFirst();

    // When
    replay(letter);

    // Then
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(deadLetters(sid)).hasSize(2));
    assertThat(messages(sid)).isEmpty();
  }

  @Test
  void replayForAnAccountThatIsGoneIsKept() {
    // Given
    UUID gone = UUID.randomUUID();

    // When
    TestKafka.send(
        event(
            new WebhookReplayed(
                gone, "twilio", "POST", "", null, null, "", Instant.now(), "administrator")));

    // Then
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(TestKafka.records(Topic.WEBHOOKS_REPLAYED.deadLetterName()))
                    .anySatisfy(
                        record ->
                            assertThat(header(record, "reason"))
                                .contains("no open account " + gone)));
  }

  private static void replay(ConsumerRecord<String, byte[]> letter) {
    TestKafka.send(
        event(
            new WebhookReplayed(
                UUID.fromString(header(letter, "account-id")),
                header(letter, "provider"),
                header(letter, "method"),
                header(letter, "sub-path"),
                header(letter, "query"),
                header(letter, "content-type"),
                Base64.getEncoder().encodeToString(letter.value()),
                Instant.parse(header(letter, "received-at")),
                "administrator")));
  }

  private static Event<WebhookReplayed> event(WebhookReplayed replay) {
    String key = replay.accountId().toString();
    return new Event<>(
        UUID.randomUUID().toString(),
        "/parley/admin",
        key,
        Instant.now(),
        new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
        key,
        replay);
  }

  private static List<ConsumerRecord<String, byte[]>> deadLetters(String sid) {
    return TestKafka.records(Topic.MESSAGES_RECEIVED.deadLetterName()).stream()
        .filter(record -> new String(record.value(), UTF_8).contains(sid))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static List<Event<MessageReceived>> messages(String sid) {
    return TestKafka.events(Topic.MESSAGES_RECEIVED).stream()
        .filter(
            event ->
                event.data() instanceof MessageReceived message
                    && message.providerMessageId().equals(sid))
        .map(event -> (Event<MessageReceived>) event)
        .toList();
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader("parley-dead-letter-" + name).value(), UTF_8);
  }
}
