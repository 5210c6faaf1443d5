package io.parley.ingress.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.Channel;
import io.parley.events.Topic;
import io.parley.events.configuration.Account;
import io.parley.ingress.IngressFixture;
import io.parley.testing.ConfigurationTopic;
import io.parley.testing.ServersResource;
import io.parley.testing.TestKafka;
import io.parley.testing.TestSecrets;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Event Grid needs of the endpoint itself: handshakes, and a query that is a secret. */
@QuarkusTest
@QuarkusTestResource(
    value = ServersResource.class,
    initArgs = @ResourceArg(name = "schema", value = "ingress"))
class AzureWebhookTest {

  private static final UUID ACCOUNT = UUID.fromString("00000000-0000-7000-8000-000000000042");
  private static final String PATH = "/webhooks/azure/acs_1";
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @BeforeEach
  void configure() {
    IngressFixture.configure();
    ConfigurationTopic.publish(
        new Account(
            ACCOUNT,
            "Azure",
            "azure",
            Channel.SMS,
            "acs_1",
            Map.of(),
            Map.of(
                "webhookSecret", TestSecrets.cipher().encrypt(ACCOUNT, "webhookSecret", SECRET))));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(IngressFixture.post(PATH, "[]").statusCode()).isEqualTo(403));
  }

  @Test
  void handshakeByOptionsIsAnsweredWithItsHeaders() {
    // When
    HttpResponse<String> answer =
        IngressFixture.send(
            "OPTIONS",
            PATH + "?code=" + SECRET,
            BodyPublishers.noBody(),
            "WebHook-Request-Origin",
            "eventgrid.azure.net");

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("WebHook-Allowed-Origin"))
        .contains("eventgrid.azure.net");
    assertThat(answer.headers().firstValue("WebHook-Allowed-Rate")).contains("*");
  }

  @Test
  void handshakeByEventIsAnsweredWithItsCodeInOnePiece() {
    // Given
    String event =
        "[{\"eventType\":\"Microsoft.EventGrid.SubscriptionValidationEvent\","
            + "\"data\":{\"validationCode\":\"5B1C2E0A-77\"}}]";

    // When
    HttpResponse<String> answer = post(event);

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.headers().firstValue("Content-Length")).isPresent();
    assertThat(answer.body()).isEqualTo("{\"validationResponse\":\"5B1C2E0A-77\"}");
  }

  @Test
  void secretInTheQueryIsNotKeptWithADeadLetter() {
    // Given
    String mark = UUID.randomUUID().toString();

    // When
    HttpResponse<String> answer = post("[{\"odd\":\"" + mark + "\"}]");

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    List<ConsumerRecord<String, byte[]>> letters =
        TestKafka.records(Topic.MESSAGES_RECEIVED.deadLetterName()).stream()
            .filter(record -> new String(record.value(), UTF_8).contains(mark))
            .toList();
    assertThat(letters).hasSize(1);
    String headers =
        StreamSupport.stream(letters.getFirst().headers().spliterator(), false)
            .map(header -> header.key() + "=" + new String(header.value(), UTF_8))
            .collect(Collectors.joining(" "));
    assertThat(headers).contains(ACCOUNT.toString()).doesNotContain(SECRET);
  }

  private static HttpResponse<String> post(String body) {
    return IngressFixture.post(
        PATH + "?code=" + SECRET, body, "Content-Type", "application/json; charset=utf-8");
  }
}
