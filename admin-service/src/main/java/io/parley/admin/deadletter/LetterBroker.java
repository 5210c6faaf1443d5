package io.parley.admin.deadletter;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Where the dead letters are. */
@ApplicationScoped
class LetterBroker {

  private final Map<String, Object> broker;
  private final Clock clock;

  LetterBroker(@Identifier("default-kafka-broker") Map<String, Object> broker, Clock clock) {
    this.broker = broker;
    this.clock = clock;
  }

  /** A consumer that reads for so long and no longer; to be closed. */
  LetterConsumer connect(Duration limit) {
    Instant end = clock.instant().plus(limit);
    return new LetterConsumer(broker, () -> Duration.between(clock.instant(), end));
  }
}
