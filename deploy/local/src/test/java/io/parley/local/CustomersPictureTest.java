package io.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.parley.local.Settings.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class CustomersPictureTest {

  private final SystemUnderTest system;

  CustomersPictureTest(SystemUnderTest system) {
    this.system = system;
  }

  @Test
  void agentSeesTheTextAtOnceAndThePictureOnceItsHostGivesIt()
      throws IOException, InterruptedException {
    // Given
    Json simulator = Json.at(system.stack().settings().url(Part.SIMULATOR));
    simulator.put(
        "/control/faults",
        List.of(
            Map.of(
                "match", Map.of("operation", "media"),
                "times", 1,
                "action", Map.of("type", "serverError", "status", 503))));
    String customer = system.newCustomer();
    Json reader = system.organisation().agent(1);
    StateDrivenAgent agent = new StateDrivenAgent(system, 1, 1);
    Thread.ofVirtual().start(agent);

    // When
    simulator
        .post(
            "/control/inbound",
            Map.of(
                "accountSid",
                system.organisation().accountSid("SMS"),
                "from",
                customer,
                "to",
                Organisation.SMS_NUMBER,
                "body",
                "Look",
                "media",
                List.of(Map.of("contentType", "image/png"))))
        .ok();

    // Then
    try {
      await()
          .atMost(SystemUnderTest.PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(mediaOf(reader, customer).path("state").asText()).isEqualTo("STORED"));
    } finally {
      agent.stop();
      simulator.put("/control/faults", List.of());
    }
    assertThat(system.threadOf(customer)).containsExactly("Look");
    HttpResponse<byte[]> picture = read(mediaOf(reader, customer).path("id").asText());
    assertThat(picture.statusCode()).isEqualTo(200);
    assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
    assertThat(picture.body()).startsWith(0x89, 'P', 'N', 'G');
  }

  /** The first attachment of the customer's first message, or nothing while there is none. */
  private JsonNode mediaOf(Json reader, String customer) {
    List<String> conversations =
        system.sql(
            "select id from routing.conversation where customer_address = '%s'"
                .formatted(customer));
    if (conversations.isEmpty()) {
      return MissingNode.getInstance();
    }
    return reader
        .get("/api/v1/conversations/" + conversations.getFirst() + "/messages")
        .body()
        .path("items")
        .path(0)
        .path("media")
        .path(0);
  }

  private HttpResponse<byte[]> read(String media) throws IOException, InterruptedException {
    String token =
        Json.at(system.stack().settings().url(Part.ADMIN))
            .post(
                "/api/v1/sign-in",
                Map.of(
                    "email", Organisation.agentEmail(1),
                    "password", system.stack().credentials().password("agent")))
            .ok()
            .get("token")
            .asText();
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create(
                        system.stack().settings().url(Part.ROUTING) + "/api/v1/media/" + media))
                .header("Authorization", "Bearer " + token)
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
  }
}
