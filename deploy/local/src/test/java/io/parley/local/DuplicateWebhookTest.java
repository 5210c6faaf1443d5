package io.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.local.Settings.Part;
import io.parley.testing.twilio.SignedWebhook;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class DuplicateWebhookTest {

  /** An offer that is over is made again, and would be mistaken for that of a second message. */
  private static final Duration LONGER_THAN_ANY_RESTART = Duration.ofMinutes(30);

  @Test
  void theSameWebhookTwentyTimesAtOnceAndAgainAfterARestartOfEverythingIsOneMessageAndOneOffer(
      SystemUnderTest system) {
    // Given
    String customer = system.newCustomer();
    SignedWebhook webhook = system.text(customer, "only once");
    offersLast(system, LONGER_THAN_ANY_RESTART);
    StateDrivenAgent.setPresence(system.organisation().agent(1), "AVAILABLE");

    // When
    List<Integer> first =
        IntStream.range(0, 20)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> system.post(webhook)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    await().atMost(SystemUnderTest.PATIENCE).until(() -> offers(system, customer) == 1);
    restartEverything(system);
    int again = system.post(webhook);

    // Then
    assertThat(first).containsOnly(200);
    assertThat(again).isEqualTo(200);
    SignedWebhook marker = system.text(system.newCustomer(), "marker");
    assertThat(system.post(marker)).isEqualTo(200);
    await()
        .atMost(SystemUnderTest.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        system.sql(
                            "select 1 from routing.message where content like '%\"marker\"%'"))
                    .hasSize(1));
    assertThat(system.threadOf(customer)).containsExactly("only once");
    assertThat(offers(system, customer)).isEqualTo(1);
    assertThat(
            system.sql(
                "select id from routing.conversation where customer_address = '%s'"
                    .formatted(customer)))
        .hasSize(1);
    offersLast(system, Duration.ofMinutes(2));
  }

  private static void offersLast(SystemUnderTest system, Duration time) {
    ConfigurationChanges changes = new ConfigurationChanges(system);
    changes.change(changes.firstQueue(), time);
    changes.awaited();
  }

  private static long offers(SystemUnderTest system, String customer) {
    return system
        .sql(
            "select o.id from routing.offer o join routing.conversation c on c.id = o.conversation_id where c.customer_address = '%s'"
                .formatted(customer))
        .size();
  }

  private static void restartEverything(SystemUnderTest system) {
    List<Part> services = List.of(Part.INGRESS, Part.OUTBOUND, Part.ROUTING, Part.ADMIN);
    services.forEach(part -> system.stack().process(part).stop());
    system.stack().kafka().stop();
    system.stack().kafka().start();
    services.forEach(part -> system.stack().process(part).start());
  }
}
