package io.parley.routing.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.Presence;
import io.parley.routing.journey.Agent;
import io.parley.routing.journey.Organisation;
import io.parley.routing.journey.RoutingTest;
import io.parley.testing.TestDatabase;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More rows are in the way than a batch holds. */
@RoutingTest
class TimersTest {

  private static final String COPIES =
      """
      insert into conversation select gen_random_uuid(), channel, account_id, channel_address_id, customer_kind,
        customer_address || '-copy-' || n, customer_profile, workstream_id, queue_id, priority, state, reason, version,
        event_sequence, message_count, agent_id, session_id, segment_id, offer_id, offer_expires_at, units, opened_at,
        state_since, waiting_since, last_customer_message_at, last_message_at, now() - interval '1 day', traceparent
      from conversation, generate_series(1, 120) n where id = ?
      """;
  private static final String IS_COPY = "customer_address like '%-copy-%'";

  @AfterEach
  void withoutCopies() {
    TestDatabase.update("delete from conversation where " + IS_COPY);
  }

  @Test
  void conversationsThatMayWaitLongerNowDoNotBlockThoseBehind() {
    // Given
    Organisation organisation = Organisation.builder().inactivity(Duration.ofHours(8)).build();
    UUID waiting = waiting(organisation);
    UUID due = waiting(organisation);
    organisation.keepsWaitingConversationsFor(Duration.ofDays(20));
    TestDatabase.update(COPIES, waiting);

    // When
    makeDue(due);

    // Then
    awaitClosed(due);
    assertThat(
            TestDatabase.number(
                "select count(*) from conversation where state = 'WAITING' and closes_at > now() + interval '19 days' and "
                    + IS_COPY))
        .isEqualTo(120);
  }

  @Test
  void rowsThatFailDoNotBlockThoseBehind() {
    // Given
    Organisation organisation = Organisation.standard();
    UUID waiting = waiting(organisation);
    UUID due = waiting(organisation);
    TestDatabase.update(COPIES.replace("queue_id, priority", "queue_id, 1"), waiting);

    // When
    makeDue(due);

    // Then
    awaitClosed(due);
  }

  private static UUID waiting(Organisation organisation) {
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    organisation.customer().writes("Hello");
    UUID conversationId = agent.takesNext();
    agent.command(conversationId, "close").then().statusCode(200);
    return conversationId;
  }

  private static void makeDue(UUID conversationId) {
    TestDatabase.update(
        "update conversation set state_since = now() - interval '40 days', last_message_at = now() - interval '40 days',"
            + " closes_at = now() where id = ?",
        conversationId);
  }

  private static void awaitClosed(UUID conversationId) {
    await()
        .until(
            () ->
                TestDatabase.number(
                    "select count(*) from conversation where state = 'CLOSED' and id = ?",
                    conversationId),
            count -> count == 1);
  }
}
