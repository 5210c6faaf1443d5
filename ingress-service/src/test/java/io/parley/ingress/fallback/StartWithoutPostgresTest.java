package io.parley.ingress.fallback;

import static io.parley.ingress.IngressFixture.awaitDirect;
import static io.parley.ingress.IngressFixture.message;
import static io.parley.ingress.IngressFixture.newSid;
import static io.parley.ingress.IngressFixture.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.MessageReceived;
import io.parley.events.Topic;
import io.parley.ingress.IngressFixture;
import io.parley.testing.ServersResource;
import io.parley.testing.TestKafka;
import io.parley.testing.twilio.SignedWebhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(PostgresAwayAtStart.class)
@QuarkusTestResource(
    value = ServersResource.class,
    initArgs = @ResourceArg(name = "schema", value = "ingress"))
class StartWithoutPostgresTest {

  @Inject Vertx vertx;

  @ConfigProperty(name = PostgresAwayAtStart.PORT)
  int port;

  @Test
  void serviceLivesRefusesUntilPostgresHasAnsweredAndThenNeedsItNoMore() {
    // Given
    String early = newSid();
    String late = newSid();
    SignedWebhook webhook = message("+12065551300", "early", early);
    IngressFixture.configureAccount();

    // When
    HttpResponse<String> refused = post(webhook);
    HttpResponse<String> live = IngressFixture.get("/q/health/live");
    HttpResponse<String> unready = IngressFixture.get("/q/health/ready");
    List<String> meanwhile = received();
    HttpResponse<String> accepted;
    try (PostgresDoor door = PostgresDoor.open(vertx, port)) {
      awaitDirect();
      accepted = post(webhook);
    }
    HttpResponse<String> ready = IngressFixture.get("/q/health/ready");
    HttpResponse<String> direct = post(message("+12065551300", "late", late));

    // Then
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(live.statusCode()).isEqualTo(200);
    assertThat(unready.statusCode()).isEqualTo(503);
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(meanwhile).isEmpty();
    assertThat(accepted.statusCode()).isEqualTo(200);
    assertThat(direct.statusCode()).isEqualTo(200);
    assertThat(received()).containsExactly(early, late);
  }

  private static List<String> received() {
    return TestKafka.data(Topic.MESSAGES_RECEIVED, MessageReceived.class).stream()
        .map(MessageReceived::providerMessageId)
        .toList();
  }
}
