package io.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.ConfigurationChanged;
import io.parley.events.Event;
import io.parley.events.Topic;
import io.parley.events.configuration.Account;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelInstance;
import io.parley.events.configuration.Queue;
import io.parley.events.configuration.User;
import io.parley.events.configuration.Workstream;
import io.parley.testing.TestKafka;
import io.parley.testing.TestSecrets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Setting a whole organisation up through the API. */
@AdminTest
class SettingUpTest {

  @Test
  void everythingThatWasSetUpIsOnTheTopicInTheOrderOfItsVersions() {
    // Given
    Api api = Api.administrator();

    // When
    String agent = api.created("/api/v1/users", Api.agent());
    String queue = api.created("/api/v1/queues", Api.queue(agent));
    String account = api.created("/api/v1/accounts", Api.account());
    String address = api.created("/api/v1/channel-addresses", Api.address(account));
    String workstream = api.created("/api/v1/workstreams", Api.workstream(queue));
    String instance = api.created("/api/v1/channel-instances", Api.instance(workstream, address));

    // Then
    List<String> keys =
        List.of(
            "USER/" + agent,
            "QUEUE/" + queue,
            "ACCOUNT/" + account,
            "CHANNEL_ADDRESS/" + address,
            "WORKSTREAM/" + workstream,
            "CHANNEL_INSTANCE/" + instance);
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () ->
                assertThat(published(keys)).extracting(Event::key).containsExactlyElementsOf(keys));
    List<Event<?>> events = published(keys);
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.source()).isEqualTo("/parley/admin");
              assertThat(event.id()).isEqualTo(event.key() + "/" + change(event).version());
            })
        .extracting(event -> change(event).version())
        .isSorted();
    assertThat(change(events.get(0)).data())
        .isInstanceOfSatisfying(
            User.class, user -> assertThat(user.roles()).containsExactly(User.Role.AGENT));
    assertThat(change(events.get(1)).data())
        .isInstanceOfSatisfying(
            Queue.class, q -> assertThat(q.members()).containsExactly(UUID.fromString(agent)));
    assertThat(change(events.get(2)).data())
        .isInstanceOfSatisfying(
            Account.class,
            a -> {
              assertThat(a.accountKey()).matches("[A-Za-z0-9_-]{43}");
              assertThat(
                      TestSecrets.cipher()
                          .decrypt(
                              a.id(),
                              "authToken",
                              Objects.requireNonNull(a.secrets().get("authToken"))))
                  .isEqualTo(Api.TOKEN_PLANTED);
            });
    assertThat(change(events.get(3)).data())
        .isInstanceOfSatisfying(
            ChannelAddress.class, a -> assertThat(a.address()).startsWith("+1201555"));
    assertThat(change(events.get(4)).data())
        .isInstanceOfSatisfying(
            Workstream.class, w -> assertThat(w.offerTimeout()).isEqualTo(Duration.ofMinutes(2)));
    assertThat(change(events.get(5)).data())
        .isInstanceOfSatisfying(
            ChannelInstance.class, i -> assertThat(i.workstreamId()).hasToString(workstream));
  }

  private static List<Event<?>> published(List<String> keys) {
    return TestKafka.events(Topic.CONFIGURATION).stream()
        .filter(event -> keys.contains(event.key()))
        .toList();
  }

  private static ConfigurationChanged change(Event<?> event) {
    return (ConfigurationChanged) event.data();
  }
}
