package io.parley.outbound.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.CustomerAddress;
import io.parley.events.DeliveryState;
import io.parley.events.MessageContent;
import io.parley.events.ReplyRequested;
import io.parley.outbound.message.Message;
import io.parley.outbound.message.MessageLedger;
import io.parley.platform.database.Database;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultMatch;
import io.parley.simulator.faults.FaultRule;
import io.parley.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who may take which lines. */
@QuarkusTest
class ClaimsTest extends Journey {

  private static final int LINES = 20;
  private static final int MOST_PER_ACCOUNT = 16;

  @Inject
  @SuppressWarnings("NullAway.Init")
  Database database;

  @Inject
  @SuppressWarnings("NullAway.Init")
  MessageLedger ledger;

  /** Lines that the running dispatcher does not take, because they are due in an hour. */
  private void putLinesDueInAnHour() {
    for (int i = 0; i < LINES; i++) {
      UUID line = UUID.randomUUID();
      TestDatabase.update(
          "insert into conversation_line (conversation_id, due_at)"
              + " values (?, now() + interval '1 hour')",
          line);
      TestDatabase.update(
          "insert into message (id, conversation_id, channel_address_id, customer_kind,"
              + " customer_address, content, author, requested_at, traceparent, taken_at, version,"
              + " attempts, changed_at, state, due_at, questions) values (?, ?, ?, 'PHONE_NUMBER',"
              + " ?, '{\"text\":\"later\",\"mediaUrls\":[]}', 'agent', now(),"
              + " '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', now(), 1, 0, now(),"
              + " 'QUEUED', now() + interval '1 hour', 0)",
          UUID.randomUUID(),
          line,
          business.address().id(),
          customer);
    }
  }

  private List<UUID> claim(int limit, CountDownLatch claimed, CountDownLatch end) {
    return database.inTransaction(
        transaction -> {
          List<Message> heads =
              ledger.lockDueHeads(
                  transaction, Instant.now().plus(Duration.ofHours(2)), limit, Set.of(), Set.of());
          claimed.countDown();
          awaitQuietly(end);
          return heads.stream().map(head -> head.letter().conversationId()).toList();
        });
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody opened the latch");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void twoInstancesNeverTakeTheSameLine() throws InterruptedException, ExecutionException {
    // Given
    putLinesDueInAnHour();
    CountDownLatch bothClaimed = new CountDownLatch(2);

    // When
    List<UUID> one;
    List<UUID> other;
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<List<UUID>> first = threads.submit(() -> claim(LINES / 2, bothClaimed, bothClaimed));
      Future<List<UUID>> second = threads.submit(() -> claim(LINES / 2, bothClaimed, bothClaimed));
      one = first.get();
      other = second.get();
    }

    // Then
    assertThat(one).hasSize(LINES / 2).doesNotContainAnyElementsOf(other);
    assertThat(other).hasSize(LINES / 2);
  }

  @Test
  void accountThatHangsLeavesRoomForOthers() {
    // Given
    simulator()
        .faults(
            FaultRule.always(FaultMatch.body("hanging"), new Fault.Slow(900, Fault.When.AFTER)),
            FaultRule.always(FaultMatch.body("hanging"), new Fault.NoCallbacks()));
    Business hanging = business;
    for (int i = 0; i < 5 * MOST_PER_ACCOUNT; i++) {
      send(
          new ReplyRequested(
              UUID.randomUUID(),
              UUID.randomUUID(),
              hanging.address().id(),
              new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, "+1312556" + (1000 + i)),
              MessageContent.ofText("hanging"),
              "agent",
              Instant.now(),
              null));
    }
    await().until(() -> waiting(hanging, "QUEUED") > 0 && calling(hanging) > 0);
    business = Business.on(channel());
    set(business);

    // When
    UUID quick = reply("quick");
    awaitState(quick, DeliveryState.SENT, DeliveryState.DELIVERED);
    long calls = calling(hanging);
    long queued = waiting(hanging, "QUEUED");

    // Then
    assertThat(calls).isPositive().isLessThanOrEqualTo(MOST_PER_ACCOUNT);
    assertThat(queued).isPositive();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> calling(hanging) + waiting(hanging, "QUEUED") == 0);
  }

  private static long calling(Business of) {
    return waiting(of, "CALLING");
  }

  private static long waiting(Business of, String state) {
    return TestDatabase.number(
        "select count(*) from message where channel_address_id = ? and state = ?",
        of.address().id(),
        state);
  }
}
