package io.parley.routing.distribution;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.events.configuration.Queue;
import io.parley.platform.configuration.ConfigurationSnapshot;
import io.parley.platform.configuration.ConfigurationView;
import io.parley.routing.conversation.Conversation;
import io.parley.routing.conversation.Conversations;
import io.parley.routing.conversation.Conversations.Change;
import io.parley.routing.conversation.Open;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Offers waiting conversations to agents (design/architecture.md §6). Whoever makes a conversation
 * wait or gives an agent room wakes the queue; a look at the queues every second is only the net
 * for an instance that died between commit and waking.
 */
@ApplicationScoped
public class Distributor {

  private static final Logger LOG = Logger.getLogger(Distributor.class);
  private static final long NET_SECONDS = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final String OCCUPIED =
      "select q from unnest($1::uuid[]) q"
          + " where exists (select from conversation where state = 'OPEN' and queue_id = q)";

  private final Conversations conversations;
  private final ConfigurationView configuration;
  private final Supplier<Map<UUID, List<UUID>>> queuesOf;
  private final Offering offering;
  private final Counter offers;
  private final Counter lost;
  private final Set<UUID> woken = ConcurrentHashMap.newKeySet();
  private final Semaphore bell = new Semaphore(0);
  private final Thread thread = Thread.ofVirtual().name("distributor").unstarted(this::run);
  private volatile boolean running = true;

  Distributor(
      Conversations conversations,
      ConfigurationView configuration,
      Offering offering,
      MeterRegistry meters) {
    this.conversations = conversations;
    this.configuration = configuration;
    this.queuesOf = configuration.derived(Distributor::queuesByMember);
    this.offering = offering;
    this.offers = meters.counter("parley.offers.made");
    this.lost = meters.counter("parley.offers.lost");
  }

  void start(@Observes StartupEvent event) {
    configuration.onChange(
        snapshot -> snapshot.all(Queue.class).forEach(queue -> wake(queue.id())));
    thread.start();
  }

  /** Lets the round that is under way end, so that its connection is not taken away from it. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    bell.release();
    if (!thread.join(PATIENCE)) {
      LOG.warn("Distribution does not end in time.");
    }
  }

  /** Says that a conversation waits in this queue, or that one of its agents has room. */
  public void wake(UUID queueId) {
    woken.add(queueId);
    bell.release();
  }

  /** Says that an agent has room. */
  public void wakeQueuesOf(UUID agentId) {
    queuesOf.get().getOrDefault(agentId, List.of()).forEach(this::wake);
  }

  private static Map<UUID, List<UUID>> queuesByMember(ConfigurationSnapshot snapshot) {
    Map<UUID, List<UUID>> queues = new HashMap<>();
    for (Queue queue : snapshot.all(Queue.class)) {
      for (UUID member : queue.members()) {
        queues.computeIfAbsent(member, id -> new ArrayList<>()).add(queue.id());
      }
    }
    return queues;
  }

  /**
   * Wakes, after the commit, the queue in which a conversation now waits and those whose agent now
   * has room.
   */
  public void follow(Change change, Conversation before, Conversation after) {
    if (after instanceof Open open) {
      change.transaction().afterCommit(() -> wake(open.identity().queueId()));
    }
    if (after.holding().isEmpty()) {
      before
          .holding()
          .ifPresent(held -> change.transaction().afterCommit(() -> wakeQueuesOf(held.agentId())));
    }
  }

  private void run() {
    while (running) {
      try {
        boolean rung = bell.tryAcquire(NET_SECONDS, TimeUnit.SECONDS);
        bell.drainPermits();
        distribute(rung ? takeWoken() : occupied());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (running) {
          LOG.warnf("Distribution failed and is repeated by the net. error=%s", e);
        }
      }
    }
  }

  private Set<UUID> takeWoken() {
    Set<UUID> queues = Set.copyOf(woken);
    woken.removeAll(queues);
    return queues;
  }

  private Set<UUID> occupied() {
    UUID[] queues =
        configuration.current().all(Queue.class).stream().map(Queue::id).toArray(UUID[]::new);
    return Set.copyOf(
        conversations.read(
            reading ->
                reading.transaction().query(OCCUPIED, row -> row.getUUID(0), (Object) queues)));
  }

  private void distribute(Set<UUID> queues) {
    ConfigurationSnapshot snapshot = configuration.current();
    List<Queue> inOrder =
        queues.stream()
            .flatMap(id -> snapshot.queue(id).stream())
            .sorted(Comparator.comparingInt(Queue::priority).thenComparing(Queue::name))
            .toList();
    inOrder.forEach(this::distribute);
  }

  /** One round after the other until nothing waits or nobody has room. */
  void distribute(Queue queue) {
    Optional<Place> place = Optional.of(Place.FIRST);
    while (running && place.isPresent()) {
      Place after = place.get();
      Round round = conversations.change(change -> offering.round(change, queue, after));
      offers.increment(round.offered());
      lost.increment(round.lost());
      if (round.lost() > 0) {
        // Another instance was quicker with an agent: look again with fresh numbers.
        wake(queue.id());
      }
      place = round.next();
    }
  }
}
