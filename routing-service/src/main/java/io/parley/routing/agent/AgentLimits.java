package io.parley.routing.agent;

import io.parley.events.AgentEvent.ChangedBy;
import io.parley.events.Presence;
import io.parley.events.configuration.Queue;
import io.parley.events.configuration.User;
import io.parley.platform.configuration.ConfigurationSnapshot;
import io.parley.platform.configuration.ConfigurationView;
import io.parley.routing.conversation.Conversations;
import io.parley.routing.conversation.Conversations.Change;
import io.parley.routing.conversation.Conversations.Reading;
import io.parley.routing.distribution.Distributor;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Takes over from the configuration who is an agent and with which limit. One thread does it, so
 * that an older configuration never overwrites a newer one.
 */
@ApplicationScoped
class AgentLimits {

  private static final Logger LOG = Logger.getLogger(AgentLimits.class);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Agents who are as they should be are not even locked. */
  private static final String TAKE_OVER =
      """
      insert into agent (id, capacity)
      select n.id, n.capacity from unnest($1::uuid[], $2::int[]) n(id, capacity)
      where not exists (select from agent a where a.id = n.id and a.capacity = n.capacity)
      order by n.id
      on conflict (id) do update set capacity = excluded.capacity
      returning id
      """;

  private static final String NO_LONGER =
      "select id from agent where not (id = any($1)) and presence <> 'OFFLINE' order by id for update";

  private static final String DISMISSED =
      "select id from agent a where not (id = any($1))"
          + " and exists (select from conversation c where c.agent_id = a.id and c.state = 'ACTIVE')";

  private final Conversations conversations;
  private final ConfigurationView configuration;
  private final Distributor distributor;
  private final HeldConversations held;
  private final Semaphore changed = new Semaphore(0);
  private final Thread thread = Thread.ofVirtual().name("agent-limits").unstarted(this::run);
  private volatile boolean running = true;

  AgentLimits(
      Conversations conversations,
      ConfigurationView configuration,
      Distributor distributor,
      HeldConversations held) {
    this.conversations = conversations;
    this.configuration = configuration;
    this.distributor = distributor;
    this.held = held;
  }

  /** Before the distributor starts, so that limits are known when it does. */
  void start(@Observes @Priority(1) StartupEvent event) {
    configuration.onChange(snapshot -> changed.release());
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    changed.release();
    if (!thread.join(PATIENCE)) {
      LOG.warn("Taking over limits does not end in time.");
    }
  }

  private void run() {
    while (running) {
      try {
        changed.acquire();
        changed.drainPermits();
        if (running) {
          takeOver();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (running) {
          LOG.warnf("Limits of agents are taken over later. error=%s", e);
          tryAgainLater();
        }
      } catch (Throwable e) {
        LOG.error("Taking over limits of agents failed and is repeated.", e);
        tryAgainLater();
      }
    }
  }

  private void tryAgainLater() {
    LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
    changed.release();
  }

  private void takeOver() {
    List<Queue> queues =
        conversations.change(
            change -> {
              takeOver(change);
              return change.configuration().all(Queue.class);
            });
    queues.forEach(queue -> distributor.wake(queue.id()));
    conversations.read(AgentLimits::dismissed).forEach(this::release);
  }

  /** Who is no longer an agent goes offline. The stream package ends the streams. */
  private static void takeOver(Change change) {
    List<User> agents = agents(change.configuration());
    UUID[] ids = agents.stream().map(User::id).toArray(UUID[]::new);
    change
        .transaction()
        .query(
            TAKE_OVER,
            row -> row.getUUID(0),
            ids,
            agents.stream().map(User::capacity).toArray(Integer[]::new))
        .forEach(change.journal()::limitChanged);
    change
        .transaction()
        .query(NO_LONGER, row -> row.getUUID(0), (Object) ids)
        .forEach(id -> Agents.set(change, id, Presence.OFFLINE, ChangedBy.SYSTEM));
  }

  private static List<User> agents(ConfigurationSnapshot configuration) {
    return configuration.all(User.class).stream().filter(Agents::isAgent).toList();
  }

  /** Who is no longer an agent and still has something. */
  private static List<UUID> dismissed(Reading reading) {
    return reading
        .transaction()
        .query(
            DISMISSED,
            row -> row.getUUID(0),
            (Object) agents(reading.configuration()).stream().map(User::id).toArray(UUID[]::new));
  }

  private void release(UUID formerAgentId) {
    held.release(
        formerAgentId, (change, agent) -> !Agents.isAgent(change.configuration(), agent.id()));
  }
}
