package io.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.ConfigurationChanged;
import io.parley.events.Topic;
import io.parley.events.configuration.RetiredAccount;
import io.parley.testing.TestKafka;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Deletion goes from the outside in: instance, address, account (channels-and-accounts.md §10). */
@AdminTest
class DeletionTest {

  private final Api api = Api.administrator();
  private final String agent = api.created("/api/v1/users", Api.agent());
  private final String queue = api.created("/api/v1/queues", Api.queue(agent));
  private final String account = api.created("/api/v1/accounts", Api.account());
  private final String address = api.created("/api/v1/channel-addresses", Api.address(account));
  private final String workstream = api.created("/api/v1/workstreams", Api.workstream(queue));
  private final String instance =
      api.created("/api/v1/channel-instances", Api.instance(workstream, address));

  @Test
  void whatIsInUseStaysAndItsDependantsAreListed() {
    // Given
    Map<String, String> dependants =
        Map.of(
            "/api/v1/users/" + agent, queue,
            "/api/v1/queues/" + queue, workstream,
            "/api/v1/workstreams/" + workstream, instance,
            "/api/v1/channel-addresses/" + address, instance,
            "/api/v1/accounts/" + account, address);

    dependants.forEach(
        (path, dependant) -> {
          // When
          Response refusal = api.delete(path, "*");

          // Then
          assertThat(refusal.statusCode()).as(path).isEqualTo(409);
          assertThat(refusal.jsonPath().getString("type")).isEqualTo("urn:parley:problem:in-use");
          assertThat(refusal.jsonPath().getList("dependants.id")).containsExactly(dependant);
          assertThat(api.get(path).statusCode()).isEqualTo(200);
        });
  }

  @Test
  void everythingCanBeDeletedFromTheOutsideIn() {
    // Given
    List<String> order =
        List.of(
            "/api/v1/channel-instances/" + instance,
            "/api/v1/workstreams/" + workstream,
            "/api/v1/channel-addresses/" + address,
            "/api/v1/accounts/" + account,
            "/api/v1/queues/" + queue,
            "/api/v1/users/" + agent);

    // When
    List<Integer> statuses =
        order.stream().map(path -> api.delete(path, "*").statusCode()).toList();

    // Then
    assertThat(statuses).containsOnly(204);
    assertThat(order).allSatisfy(path -> assertThat(api.get(path).statusCode()).isEqualTo(404));
    Awaitility.await().untilAsserted(() -> assertThat(deleted()).hasSize(6));
  }

  @Test
  void deletedAccountRetiresSoThatLateCallsAreAcknowledged() {
    // Given
    List.of("channel-instances/" + instance, "channel-addresses/" + address)
        .forEach(path -> api.delete("/api/v1/" + path, "*"));

    // When
    api.delete("/api/v1/accounts/" + account, "*");

    // Then
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(TestKafka.data(Topic.CONFIGURATION, ConfigurationChanged.class))
                    .extracting(ConfigurationChanged::data)
                    .filteredOn(RetiredAccount.class::isInstance)
                    .extracting(retired -> ((RetiredAccount) retired).accountId().toString())
                    .contains(account));
  }

  @Test
  void addressIsFreeAgainWhenItsInstanceIsDeleted() {
    // Given
    api.delete("/api/v1/channel-instances/" + instance, "*");

    // When
    Response other = api.post("/api/v1/channel-instances", Api.instance(workstream, address));

    // Then
    assertThat(other.statusCode()).isEqualTo(201);
  }

  @Test
  void memberOfAQueueStaysAnAgent() {
    // Given
    Map<String, @Nullable Object> body = Api.without(Api.user("SUPERVISOR"), "password");

    // When
    Response refusal = api.put("/api/v1/users/" + agent, "*", body);

    // Then
    assertThat(refusal.statusCode()).isEqualTo(409);
    assertThat(refusal.jsonPath().getList("dependants.id")).containsExactly(queue);
  }

  private List<UUID> deleted() {
    List<String> ids = List.of(instance, workstream, address, account, queue, agent);
    return TestKafka.data(Topic.CONFIGURATION, ConfigurationChanged.class).stream()
        .filter(change -> change.data() == null)
        .map(ConfigurationChanged::id)
        .filter(id -> ids.contains(id.toString()))
        .toList();
  }
}
