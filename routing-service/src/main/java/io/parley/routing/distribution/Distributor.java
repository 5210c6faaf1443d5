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
 * wait or gives an agent room wakes the queue; a look at the queues every second, whatever else
 * there is to do, is the net for an instance that died between commit and waking, for a queue whose
 * round failed and for one that was deleted while conversations waited in it.
 */
@ApplicationScoped
public class Distributor {

  private static final Logger LOG = Logger.getLogger(Distributor.class);
  private static final Duration NET = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Jumps from queue to queue in the index; so its cost does not grow with the backlog. */
  private static final String OCCUPIED =
      """
      with recursive occupied(id) as (
        (select queue_id from conversation where state = 'OPEN' order by queue_id limit 1)
        union all
        select (select queue_id from conversation where state = 'OPEN' and queue_id > occupied.id order by queue_id limit 1)
        from occupied where id is not null)
      select id from occupied where id is not null
      """;

  private final Conversations conversations;
  private final ConfigurationView configuration;
  private final Supplier<Map<UUID, List<UUID>>> queuesOf;
  private final Offering offering;
  private final Strays strays;
  private final Counter offers;
  private final Counter lost;
  private final Set<UUID> woken = ConcurrentHashMap.newKeySet();
  private final Semaphore bell = new Semaphore(0);
  private final Thread thread = Thread.ofVirtual().name("distributor").unstarted(this::run);
  private volatile boolean running = true;

  /** Used by the thread only. */
  private long netDue = System.nanoTime();

  Distributor(
      Conversations conversations,
      ConfigurationView configuration,
      Offering offering,
      Strays strays,
      MeterRegistry meters) {
    this.conversations = conversations;
    this.configuration = configuration;
    this.queuesOf = configuration.derived(Distributor::queuesByMember);
    this.offering = offering;
    this.strays = strays;
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
        if (bell.tryAcquire(Math.max(0, netDue - System.nanoTime()), TimeUnit.NANOSECONDS)) {
          bell.drainPermits();
        }
        spreadNetWhenDue();
        distributeWoken();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (Throwable e) {
        report("Distribution failed and is repeated by the net.", e);
      }
    }
  }

  private void spreadNetWhenDue() {
    if (System.nanoTime() - netDue >= 0) {
      netDue = System.nanoTime() + NET.toNanos();
      spreadNet();
    }
  }

  /** Wakes every queue in which something waits, and brings back what waits in none. */
  private void spreadNet() {
    // Asked first: what is not complete yet must not make queues look deleted.
    boolean complete = configuration.isComplete();
    ConfigurationSnapshot snapshot = configuration.current();
    List<UUID> occupied =
        conversations.read(reading -> reading.transaction().query(OCCUPIED, row -> row.getUUID(0)));
    for (UUID queueId : occupied) {
      if (snapshot.queue(queueId).isPresent()) {
        woken.add(queueId);
      } else if (complete) {
        attempt(queueId, () -> bringBack(queueId));
      }
    }
  }

  private void bringBack(UUID goneQueueId) {
    List<UUID> moved;
    do {
      moved = conversations.change(change -> strays.move(change, goneQueueId));
      woken.addAll(moved);
    } while (running && moved.size() == Strays.BATCH);
  }

  private void distributeWoken() {
    ConfigurationSnapshot snapshot = configuration.current();
    List<Queue> inOrder =
        takeWoken().stream()
            .flatMap(id -> snapshot.queue(id).stream())
            .sorted(Comparator.comparingInt(Queue::priority).thenComparing(Queue::name))
            .toList();
    for (Queue queue : inOrder) {
      attempt(queue.id(), () -> distribute(queue.id()));
      spreadNetWhenDue();
    }
  }

  private Set<UUID> takeWoken() {
    Set<UUID> queues = Set.copyOf(woken);
    woken.removeAll(queues);
    return queues;
  }

  /** One queue that fails is left to the net, which finds it again, and stops no other. */
  private void attempt(UUID queueId, Runnable work) {
    try {
      work.run();
    } catch (Throwable e) {
      report("Distribution in a queue failed and is repeated by the net. queueId=" + queueId, e);
    }
  }

  private void report(String what, Throwable e) {
    if (e instanceof Error) {
      LOG.error(what, e);
    } else if (running) {
      LOG.warnf("%s error=%s", what, e);
    }
  }

  /** One round after the other until nothing waits or nobody has room. */
  void distribute(UUID queueId) {
    Optional<Place> place = Optional.of(Place.FIRST);
    while (running && place.isPresent()) {
      Place after = place.get();
      Round round = conversations.change(change -> offering.round(change, queueId, after));
      offers.increment(round.offered());
      lost.increment(round.lost());
      if (round.lost() > 0) {
        // Another instance was quicker with an agent: look again with fresh numbers.
        wake(queueId);
      }
      place = round.next();
    }
  }
}
