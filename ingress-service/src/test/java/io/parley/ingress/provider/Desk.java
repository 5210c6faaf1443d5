package io.parley.ingress.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.CloudEventCodec;
import io.parley.events.CustomerSignalled;
import io.parley.events.Event;
import io.parley.events.MessageReceived;
import io.parley.events.ReceiptReceived;
import io.parley.events.Topic;
import io.parley.events.configuration.ConfigurationObject;
import io.parley.ingress.IngressFixture;
import io.parley.testing.ConfigurationTopic;
import io.parley.testing.TestKafka;
import io.parley.testing.webhook.WebhookCall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Makes calls and looks at what came of them. A call is answered when its records are safe, and
 * tests run one after the other, so what is new on Kafka afterwards is the call's.
 *
 * @param accounts in force
 */
record Desk(List<TestAccount> accounts) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final List<String> EVENTS =
      List.of(Topic.MESSAGES_RECEIVED.topicName(), Topic.MESSAGES_RECEIPTS.topicName());
  private static final List<String> DEAD_LETTERS =
      List.of(Topic.MESSAGES_RECEIVED.deadLetterName(), Topic.MESSAGES_RECEIPTS.deadLetterName());

  /** Puts the accounts into force. */
  void configure() {
    ConfigurationTopic.publish(
        accounts.stream().flatMap(TestAccount::configuration).toArray(ConfigurationObject[]::new));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(accounts)
                    .allSatisfy(
                        account ->
                            assertThat(call(WebhookCall.of("HEAD", account.path())).statusCode())
                                .isNotIn(404, 503)));
    IngressFixture.awaitDirect();
  }

  /** Makes the call of a table's line and compares everything. */
  void check(Case line) {
    Map<String, Integer> before = counts();
    HttpResponse<String> answer = call(line.call());
    List<String> said = new ArrayList<>();
    after(EVENTS, before).map(this::event).forEach(said::add);
    after(DEAD_LETTERS, before).map(this::letter).forEach(said::add);

    assertThat(new Answer(answer.statusCode(), answer.headers().map(), answer.body()))
        .isEqualTo(line.answer());
    assertThat(said).containsExactlyInAnyOrderElementsOf(line.events());
  }

  /**
   * Makes damaged calls, each authentic. Whatever they say, it is no error of ours, and what is
   * published can be read.
   */
  void survives(Stream<WebhookCall> damaged) {
    Map<String, Integer> before = counts();
    List<String> failed = new ArrayList<>();
    damaged.forEach(
        call -> {
          int status = call(call).statusCode();
          if (status >= 500) {
            failed.add(status + " to " + new String(call.body(), UTF_8));
          }
        });
    assertThat(failed).isEmpty();
    assertThat(after(EVENTS, before).map(this::event)).doesNotContainNull();
    assertThat(after(DEAD_LETTERS, before).map(this::letter)).doesNotContainNull();
  }

  /** Makes a call. */
  static HttpResponse<String> call(WebhookCall call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:"
                        + ConfigProvider.getConfig()
                            .getValue("quarkus.http.test-port", Integer.class)
                        + call.path()))
            .method(
                call.method(),
                call.body().length == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(call.body()));
    call.headers().forEach(request::header);
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String event(ConsumerRecord<String, byte[]> record) {
    Event<?> event = CloudEventCodec.decode(record);
    UUID account =
        switch (event.data()) {
          case MessageReceived message -> message.accountId();
          case ReceiptReceived receipt -> receipt.accountId();
          case CustomerSignalled signal -> signal.accountId();
          default -> throw new AssertionError("ingress never publishes " + event.data());
        };
    return Said.of(account(account), event);
  }

  private String letter(ConsumerRecord<String, byte[]> letter) {
    return Said.of(account(UUID.fromString(Said.header(letter, "account-id"))), letter);
  }

  private TestAccount account(UUID id) {
    return accounts.stream()
        .filter(account -> account.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("an event of another account: " + id));
  }

  private static Map<String, Integer> counts() {
    return Stream.concat(EVENTS.stream(), DEAD_LETTERS.stream())
        .collect(Collectors.toMap(topic -> topic, topic -> TestKafka.records(topic).size()));
  }

  private static Stream<ConsumerRecord<String, byte[]>> after(
      List<String> topics, Map<String, Integer> before) {
    return topics.stream()
        .flatMap(topic -> TestKafka.records(topic).stream().skip(before.getOrDefault(topic, 0)));
  }
}
