package io.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.local.Settings.Part;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole journey through each provider, against a stand-in that is as strict as the provider.
 */
@ExtendWith(RunningStack.class)
class EveryProviderTest {

  private final SystemUnderTest system;

  EveryProviderTest(SystemUnderTest system) {
    this.system = system;
  }

  @ParameterizedTest
  @MethodSource("io.parley.local.ProviderCases#all")
  void customersTextIsAnsweredAndTheAnswerIsReportedDelivered(ProviderCase provider) {
    // Given
    Json admin = system.organisation().administrator();
    setUp(admin, provider);
    StateDrivenAgent agent = new StateDrivenAgent(system, 1, 1);
    Thread.ofVirtual().start(agent);
    try {

      // When
      order(provider.inbound().apply("Where is order 4711? é & <b>"));

      // Then
      await()
          .atMost(SystemUnderTest.PATIENCE)
          .untilAsserted(
              () -> {
                assertThat(system.threadOf(provider.customer()))
                    .containsExactly("Where is order 4711? é & <b>");
                assertThat(deliveries(provider.customer())).containsExactly("DELIVERED");
              });
    } finally {
      agent.stop();
    }
  }

  private void setUp(Json admin, ProviderCase provider) {
    JsonNode account =
        admin
            .post(
                "/api/v1/accounts",
                Map.of(
                    "name", "Account of " + provider + " " + provider.address(),
                    "provider", provider.provider(),
                    "channel", provider.channel(),
                    "settings", provider.settings(),
                    "secrets", provider.secrets()))
            .ok();
    JsonNode address =
        admin
            .post(
                "/api/v1/channel-addresses",
                Map.of(
                    "name", "Address of " + provider,
                    "accountId", account.get("id").asText(),
                    "address", provider.address(),
                    "type", provider.type()))
            .ok();
    String queue = admin.get("/api/v1/queues").ok().get("items").get(0).get("id").asText();
    JsonNode workstream =
        admin
            .post(
                "/api/v1/workstreams",
                Map.of(
                    "name",
                    "Workstream of " + provider + " " + provider.address(),
                    "channel",
                    provider.channel(),
                    "fallbackQueueId",
                    queue,
                    "allowedPresences",
                    List.of("AVAILABLE", "BUSY"),
                    "capacityUnits",
                    10))
            .ok();
    admin
        .post(
            "/api/v1/channel-instances",
            Map.of(
                "name",
                "Instance of " + provider + " " + provider.address(),
                "workstreamId",
                workstream.get("id").asText(),
                "channelAddressId",
                address.get("id").asText(),
                "language",
                "en"))
        .ok();
    String url = account.get("callbackUrls").get(0).get("url").asText();
    provider.simulatorAccount().apply(url).forEach(this::order);
  }

  private void order(ProviderCase.Order order) {
    Json simulator = Json.at(system.stack().settings().url(Part.SIMULATOR));
    if (order.path().contains("/accounts/")) {
      simulator.put("/control" + order.path(), order.body()).ok();
    } else {
      JsonNode result = simulator.post("/control" + order.path(), order.body()).ok();
      assertThat(result.toString()).contains("\"status\":20");
    }
  }

  /** Where each of our messages to this customer stands. */
  private List<String> deliveries(String customer) {
    return system.sql(
        "select state from outbound.message where customer_address = '%s' order by position"
            .formatted(customer));
  }
}
