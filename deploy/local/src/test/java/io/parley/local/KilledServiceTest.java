package io.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.local.Settings.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class KilledServiceTest {

  private static final int JOURNEYS = 500;
  private static final List<Part> KILLED =
      List.of(Part.INGRESS, Part.ROUTING, Part.OUTBOUND, Part.ADMIN);

  @Test
  void killingEachServiceInTurnAmidFiveHundredJourneysLosesNothingDoublesNothingAndKeepsTheOrder(
      SystemUnderTest system) throws Exception {
    // Given
    List<String> customers =
        IntStream.range(0, JOURNEYS).mapToObj(i -> system.newCustomer()).distinct().toList();
    List<StateDrivenAgent> agents =
        IntStream.rangeClosed(1, RunningStack.AGENTS)
            .mapToObj(i -> new StateDrivenAgent(system, i, 2))
            .toList();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        agents.forEach(threads::submit);

        // When
        List<Future<?>> written = new ArrayList<>();
        for (int i = 0; i < customers.size(); i++) {
          String customer = customers.get(i);
          written.add(threads.submit(() -> write(system, customer)));
          if (i % 120 == 60 && i / 120 < KILLED.size()) {
            killAndRestart(system, KILLED.get(i / 120));
          }
          Thread.onSpinWait();
          java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(40).toNanos());
        }
        for (Future<?> w : written) {
          w.get();
        }
        await()
            .atMost(Duration.ofMinutes(3))
            .pollInterval(Duration.ofSeconds(1))
            .untilAsserted(
                () -> assertThat(delivered(system, customers)).isEqualTo(2L * customers.size()));
      } finally {
        agents.forEach(StateDrivenAgent::stop);
      }
    }

    // Then
    Map<String, List<String>> sent = sent(system);
    for (String customer : customers) {
      List<String> conversations =
          system.sql(
              "select id from routing.conversation where customer_address = '%s'"
                  .formatted(customer));
      assertThat(conversations).as("conversations of %s", customer).hasSize(1);
      assertThat(system.threadOf(customer)).containsExactly(customer + " 1", customer + " 2");
      assertThat(sent.get(customer))
          .as("texts to %s at the provider", customer)
          .containsExactly(
              StateDrivenAgent.reply(conversations.get(0), 1),
              StateDrivenAgent.reply(conversations.get(0), 2));
    }
    assertThat(
            system.sql(
                """
                select a.id from routing.agent a where a.load <>
                  (select coalesce(sum(units), 0) from routing.conversation c where c.agent_id = a.id)
                """))
        .as("agents whose load is not what their conversations cost")
        .isEmpty();
  }

  /**
   * The simulator repeats a webhook that is not answered, with the same message id, as Twilio can
   * be told to.
   */
  private static void write(SystemUnderTest system, String customer) {
    for (int n = 1; n <= 2; n++) {
      JsonNode result =
          Json.at(system.stack().settings().url(Part.SIMULATOR))
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
                      customer + " " + n,
                      "retries",
                      60))
              .ok();
      assertThat(result.toString()).contains("200");
    }
  }

  private static void killAndRestart(SystemUnderTest system, Part part) {
    ChildProcess process = system.stack().process(part);
    process.kill();
    Duration took = process.start();
    System.out.printf(
        "Figure: %s was ready %.1f s after kill -9, under load%n",
        part.label(), took.toMillis() / 1000.0);
  }

  private static long delivered(SystemUnderTest system, List<String> customers) {
    return Long.parseLong(
        system
            .sql(
                """
                select count(*) from routing.message m join routing.conversation c on c.id = m.conversation_id
                where m.author = 'AGENT' and m.delivery_state = 'DELIVERED' and c.customer_address in ('%s')
                """
                    .formatted(String.join("','", customers)))
            .get(0));
  }

  private static Map<String, List<String>> sent(SystemUnderTest system) {
    Map<String, List<String>> sent = new HashMap<>();
    Json simulator = Json.at(system.stack().settings().url(Part.SIMULATOR));
    for (long after = 0; ; ) {
      JsonNode page = simulator.get("/control/messages?limit=5000&after=" + after).ok();
      for (JsonNode message : page.get("messages")) {
        sent.computeIfAbsent(message.get("to").asText(), to -> new ArrayList<>())
            .add(message.get("body").asText());
        after = message.get("sequence").asLong();
      }
      if (!page.get("limited").asBoolean()) {
        return sent;
      }
    }
  }
}
