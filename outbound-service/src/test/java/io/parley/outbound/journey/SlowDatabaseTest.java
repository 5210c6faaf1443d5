package io.parley.outbound.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.DeliveryState;
import io.parley.events.FailureCause;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultMatch;
import io.parley.simulator.faults.FaultRule;
import io.parley.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The database commits slowly, or refuses what is to be recorded: triggers make it so. */
@QuarkusTest
class SlowDatabaseTest extends Journey {

  @AfterEach
  void heal() {
    TestDatabase.update("drop function if exists trouble() cascade");
  }

  /** The commit of a message's first attempt takes so long. */
  private static void slowCommit(double seconds) {
    TestDatabase.update(
        "create function trouble() returns trigger language plpgsql as $$ begin"
            + " if new.number = 1 then perform pg_sleep("
            + seconds
            + "); end if; return null; end $$");
    TestDatabase.update(
        "create constraint trigger trouble after insert on attempt deferrable initially deferred"
            + " for each row execute function trouble()");
  }

  /** No row takes the provider's id of a message that says this. */
  private static void refuseToRecord(String text) {
    TestDatabase.update(
        "create function trouble() returns trigger language plpgsql as $$ begin"
            + " if new.provider_message_id is not null and new.content like '%"
            + text
            + "%' then raise exception 'refused' using errcode = '23514'; end if;"
            + " return new; end $$");
    TestDatabase.update(
        "create trigger trouble before update on message for each row execute function trouble()");
  }

  @Test
  void callThatCouldOutliveItsLeaseIsNotMade() {
    // Given
    slowCommit(2.5);

    // When
    UUID message = reply("prepared too slowly");
    awaitState(message, DeliveryState.SENT, DeliveryState.DELIVERED);

    // Then
    assertThat(latest(message).attempt()).isEqualTo(2);
    assertThat(TestDatabase.query("select outcome from attempt where message_id = ?", message))
        .extracting(row -> row.get("outcome"))
        .containsExactlyInAnyOrder("RETRY_LATER", "ACCEPTED");
    assertThat(taken()).containsExactly("prepared too slowly");
  }

  @Test
  void startThatComesDuringTheCallIsNewerThanTheRefusal() {
    // Given
    simulator()
        .faults(FaultRule.times(1, FaultMatch.to(customer), new Fault.Refuse(21610, 0, null)));
    slowCommit(1.5);
    customerWrites("START", null, Instant.now().plusMillis(900));

    // When
    UUID refused = reply("refused");
    awaitState(refused, DeliveryState.REJECTED);
    UUID next = reply("next");
    awaitState(next, DeliveryState.DELIVERED, DeliveryState.REJECTED);

    // Then
    assertThat(latest(next).state()).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void outcomeThatTheDatabaseRefusesStopsNoOtherMessage() {
    // Given
    simulator().faults(FaultRule.always(FaultMatch.body("poison"), new Fault.NoCallbacks()));
    refuseToRecord("poison");

    // When
    UUID poison = reply("poison");
    UUID next = reply("next");
    conversation = UUID.randomUUID();
    UUID other = reply("other");
    awaitState(poison, DeliveryState.UNKNOWN);
    awaitState(next, DeliveryState.DELIVERED);
    awaitState(other, DeliveryState.DELIVERED);

    // Then
    assertThat(latest(poison).reason())
        .satisfies(reason -> assertThat(reason.cause()).isEqualTo(FailureCause.OUTCOME_UNKNOWN));
    assertThat(taken()).containsExactlyInAnyOrder("poison", "next", "other");
  }
}
