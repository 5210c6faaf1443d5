package io.parley.outbound.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.CustomerAddress;
import io.parley.events.MessageContent;
import io.parley.events.ReplyRequested;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultMatch;
import io.parley.simulator.faults.FaultRule;
import io.parley.simulator.recording.MessageFilter;
import io.parley.simulator.recording.RecordedMessage;
import io.parley.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ManyConversationsTest extends Journey {

  private static final Logger LOG = Logger.getLogger(ManyConversationsTest.class);
  private static final int CONVERSATIONS = 100;
  private static final int REPLIES = 5;

  @Test
  void manyConversationsKeepTheirOrderThroughFaults() {
    // Given
    simulator()
        .faults(
            FaultRule.always(FaultMatch.ANY, new Fault.NoCallbacks()),
            FaultRule.always(FaultMatch.ANY.everyNth(7), new Fault.TooManyRequests(null)),
            FaultRule.always(FaultMatch.ANY.everyNth(41), new Fault.DropAnswer()));
    List<UUID> conversations = new ArrayList<>();
    for (int i = 0; i < CONVERSATIONS; i++) {
      conversations.add(UUID.randomUUID());
    }
    long began = System.nanoTime();

    // When
    for (int number = 0; number < REPLIES; number++) {
      for (int i = 0; i < CONVERSATIONS; i++) {
        send(
            new ReplyRequested(
                UUID.randomUUID(),
                conversations.get(i),
                business.address().id(),
                new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, number(i)),
                MessageContent.ofText("number " + number),
                "agent",
                Instant.now(),
                null));
      }
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                TestDatabase.number(
                        "select count(*) from message where account_id = ? and state = 'SENT'",
                        business.account().id())
                    == CONVERSATIONS * REPLIES);

    // Then
    LOG.infof(
        "Replies were sent. count=%d milliseconds=%d",
        CONVERSATIONS * REPLIES, Duration.ofNanos(System.nanoTime() - began).toMillis());
    for (int i = 0; i < CONVERSATIONS; i++) {
      assertThat(simulator().messages(MessageFilter.to(number(i))))
          .extracting(RecordedMessage::body)
          .containsExactly("number 0", "number 1", "number 2", "number 3", "number 4");
    }
  }

  private static String number(int i) {
    return "+1312555" + (1000 + i);
  }
}
