package io.parley.routing.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.Presence;
import io.parley.routing.journey.Agent;
import io.parley.routing.journey.Customer;
import io.parley.routing.journey.Offered;
import io.parley.routing.journey.Organisation;
import io.parley.routing.journey.RoutingTest;
import io.parley.testing.TestDatabase;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many distributors at the same time, as of many instances. */
@RoutingTest
class CapacityTest {

  private static final int DISTRIBUTORS = 20;

  @Inject Distributor distributor;

  @Test
  void nobodyIsOverfilledWhileManyDistributorsAndAgentsAreAtWork() throws Exception {
    // Given
    Organisation organisation =
        Organisation.builder()
            .units(2)
            .agents(Collections.nCopies(20, 5).toArray(Integer[]::new))
            .build();
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      customers.add(organisation.customer());
      customers.get(i).writes("Hello");
    }
    customers.forEach(Customer::awaitConversation);
    List<Callable<Object>> work = new ArrayList<>();
    organisation.agents().forEach(agent -> work.add(() -> agent.becomes(Presence.AVAILABLE)));
    for (int i = 0; i < DISTRIBUTORS; i++) {
      work.add(Executors.callable(() -> distributor.distribute(organisation.queueId())));
    }

    // When
    run(work);
    await().until(() -> held(organisation) == 40);
    run(
        organisation.agents().stream()
            .<Callable<Object>>map(agent -> () -> handleOne(agent))
            .toList());

    // Then
    await().until(() -> held(organisation) == 40);
    assertThat(
            TestDatabase.number(
                "select count(*) from agent where id in (select o.agent_id from offer o join conversation c"
                    + " on c.id = o.conversation_id where c.queue_id = ?) and load > capacity",
                organisation.queueId()))
        .isZero();
    await()
        .untilAsserted(
            () ->
                assertThat(
                        TestDatabase.query(
                            "select a.id from agent a where a.load <> (select coalesce(sum(units), 0) from conversation c where c.agent_id = a.id)"))
                    .isEmpty());
    assertThat(
            TestDatabase.number(
                "select count(*) from conversation c where queue_id = ? and state = 'CLOSED'",
                organisation.queueId()))
        .isEqualTo(20);
  }

  /** Takes one conversation and finishes it. */
  private static Object handleOne(Agent agent) {
    Offered offer = agent.awaitOffer();
    agent.accept(offer).then().statusCode(200);
    agent.command(offer.conversationId(), "end").then().statusCode(200);
    return agent.command(offer.conversationId(), "close").then().statusCode(200);
  }

  /** Conversations that agents have or are asked to take. */
  private static long held(Organisation organisation) {
    return TestDatabase.number(
        "select count(*) from conversation where queue_id = ? and state = 'ACTIVE'",
        organisation.queueId());
  }

  private static void run(List<Callable<Object>> work) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
      for (Future<Object> done : threads.invokeAll(work)) {
        done.get();
      }
    }
  }
}
