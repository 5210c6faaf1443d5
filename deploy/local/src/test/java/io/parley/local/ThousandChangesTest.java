package io.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.ConversationEvent;
import io.parley.events.Topic;
import io.parley.events.configuration.Workstream;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator changes a rule again and again while customers write. */
@ExtendWith(RunningStack.class)
class ThousandChangesTest {

  private static final int CHANGES = 1000;
  private static final int WRITERS = 4;
  private static final Duration PAUSE = Duration.ofMillis(60);

  @Test
  void noMessageIsLostAndEveryDecisionIsThatOfTheVersionItNames(SystemUnderTest system)
      throws Exception {
    // Given
    ConfigurationChanges changes = new ConfigurationChanges(system);
    UUID first = changes.firstQueue();
    UUID second = changes.queueLike(first);
    Map<String, Integer> answers = new ConcurrentHashMap<>();
    AtomicBoolean changing = new AtomicBoolean(true);
    List<StateDrivenAgent> agents =
        IntStream.rangeClosed(1, RunningStack.AGENTS)
            .mapToObj(i -> new StateDrivenAgent(system, i, 0))
            .toList();

    // When
    long begun = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        agents.forEach(threads::submit);
        List<Future<?>> writers =
            IntStream.range(0, WRITERS)
                .<Future<?>>mapToObj(i -> threads.submit(() -> write(system, answers, changing)))
                .toList();
        for (int i = 1; i <= CHANGES; i++) {
          changes.change(i % 2 == 0 ? first : second, offerTimeout(i));
        }
        changing.set(false);
        for (Future<?> writer : writers) {
          writer.get();
        }
        System.out.printf(
            "Figure: %d changes of a rule in %.1f s while %d customers wrote%n",
            CHANGES, (System.nanoTime() - begun) / 1e9, answers.size());
        await()
            .atMost(Duration.ofMinutes(2))
            .pollInterval(Duration.ofMillis(500))
            .until(() -> offered(system, answers.keySet()) == answers.size());
      } finally {
        changing.set(false);
        agents.forEach(StateDrivenAgent::stop);
      }
    }

    // Then
    assertThat(answers.values()).containsOnly(200);
    answers
        .keySet()
        .forEach(
            customer -> assertThat(system.threadOf(customer)).containsExactly("of " + customer));
    assertThat(changes.awaited().get("inForceEverywhere").asBoolean()).isTrue();
    assertEveryDecisionIsThatOfItsVersion(changes, system, answers.keySet());
  }

  /**
   * A different one for each of a hundred changes; the last is what workstreams have by default.
   */
  private static Duration offerTimeout(int change) {
    return Duration.ofMinutes(2).plusSeconds((CHANGES - change) % 100);
  }

  private static void write(
      SystemUnderTest system, Map<String, Integer> answers, AtomicBoolean changing) {
    while (changing.get()) {
      String customer = system.newCustomer();
      if (answers.putIfAbsent(customer, 0) == null) {
        answers.put(customer, system.post(system.text(customer, "of " + customer)));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static void assertEveryDecisionIsThatOfItsVersion(
      ConfigurationChanges changes, SystemUnderTest system, Set<String> customers) {
    TreeMap<Long, Workstream> versions = changes.published();
    Map<UUID, ConversationEvent.Opened> opened = new HashMap<>();
    Set<Long> used = new HashSet<>();
    Map<UUID, Long> named = new HashMap<>();
    for (var data : changes.read(Topic.CONVERSATIONS)) {
      switch (data) {
        case ConversationEvent.Opened e when customers.contains(e.customer().value()) ->
            opened.put(e.conversationId(), e);
        case ConversationEvent.Queued e when opened.containsKey(e.conversationId()) -> {
          assertThat(e.configurationVersion()).isNotNull();
          assertThat(e.queueId())
              .as("queue in version %d", e.configurationVersion())
              .isEqualTo(
                  versions.floorEntry(e.configurationVersion()).getValue().fallbackQueueId());
          used.add(e.configurationVersion());
          named.put(e.segmentId(), e.configurationVersion());
        }
        case ConversationEvent.OfferMade e when opened.containsKey(e.conversationId()) -> {
          assertThat(e.configurationVersion()).isNotNull();
          assertThat(Duration.between(e.at(), e.expiresAt()))
              .as("time to answer in version %d", e.configurationVersion())
              .isEqualTo(versions.floorEntry(e.configurationVersion()).getValue().offerTimeout());
          named.put(e.offerId(), e.configurationVersion());
        }
        default -> {}
      }
    }
    assertThat(opened).hasSize(customers.size());
    assertThat(used).as("versions that decided").hasSizeGreaterThan(customers.size() / 10);
    System.out.printf(
        "Figure: %d conversations were queued by %d different versions%n",
        opened.size(), used.size());
    for (String row :
        system.sql(
            "select id || '=' || coalesce(configuration_version, 0) from routing.queue_segment union all"
                + " select id || '=' || coalesce(configuration_version, 0) from routing.offer")) {
      UUID id = UUID.fromString(row.substring(0, row.indexOf('=')));
      if (named.containsKey(id)) {
        assertThat(Long.valueOf(row.substring(row.indexOf('=') + 1))).isEqualTo(named.get(id));
      }
    }
  }

  private static long offered(SystemUnderTest system, Set<String> customers) {
    return system
        .sql(
            "select distinct c.customer_address from routing.conversation c join routing.offer o on o.conversation_id = c.id where c.customer_address in ('%s')"
                .formatted(String.join("','", customers)))
        .size();
  }
}
