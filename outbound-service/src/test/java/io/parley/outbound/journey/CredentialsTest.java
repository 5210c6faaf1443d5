package io.parley.outbound.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.DeliveryState;
import io.parley.events.Topic;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultMatch;
import io.parley.simulator.faults.FaultRule;
import io.parley.testing.TestDatabase;
import io.parley.testing.TestKafka;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CredentialsTest extends Journey {

  @Test
  void credentialsStandInNoLogColumnOrEvent() {
    // Given
    Log log = Log.attach();
    simulator()
        .faults(
            FaultRule.times(1, FaultMatch.body("one"), new Fault.Refuse(20003, 401, null)),
            FaultRule.times(1, FaultMatch.body("two"), new Fault.DropAnswer()));

    // When
    List<UUID> messages = List.of(reply("one"), reply("two"), reply("three"));
    awaitState(messages.getLast(), DeliveryState.DELIVERED);
    Logger.getLogger("test").info("the log is being read");
    log.detach();

    // Then
    String login = business.accountSid() + ":" + business.authToken();
    String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    List<String> seen = new ArrayList<>(log.lines);
    for (Topic topic : Topic.values()) {
      TestKafka.records(topic.topicName())
          .forEach(
              record ->
                  seen.add(record.headers() + new String(record.value(), StandardCharsets.UTF_8)));
    }
    for (String table : List.of("message", "attempt", "receipt", "outbox", "opt_out", "media")) {
      TestDatabase.query("select t::text as line from " + table + " t")
          .forEach(row -> seen.add(row.get("line") + ""));
    }
    assertThat(log.lines).anyMatch(line -> line.contains("the log is being read"));
    assertThat(seen)
        .hasSizeGreaterThan(10)
        .noneMatch(line -> line.contains(business.authToken()) || line.contains(basic));
  }

  private static final class Log extends Handler {

    final List<String> lines = new CopyOnWriteArrayList<>();

    static Log attach() {
      Log log = new Log();
      log.setLevel(Level.ALL);
      log.setFormatter(new PatternFormatter("%s%e"));
      Logger.getLogger("").addHandler(log);
      return log;
    }

    void detach() {
      Logger.getLogger("").removeHandler(this);
    }

    @Override
    public void publish(LogRecord record) {
      lines.add(getFormatter().format(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
