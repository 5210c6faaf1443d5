package io.parley.ingress.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedRecordsFilterTest {

  private static final String CONNECTOR = "io.smallrye.reactive.messaging.kafka";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SRMSG18206: Unable to write to Kafka from channel %s (topic: %s)",
        "SRMSG18212: Message %s from channel '%s' was not sent to Kafka topic '%s' - nacking message"
      })
  void linesAboutSingleRecordsAreKeptOut(String text) {
    // Then
    assertThat(passes(CONNECTOR, text)).isFalse();
    assertThat(passes("io.parley.ingress", text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SRMSG18207: Unable to dispatch message to Kafka",
        "SRMSG18261: Unable to initialize producer from channel %s."
      })
  void endOfTheChannelIsReported(String text) {
    // Then
    assertThat(passes(CONNECTOR, text)).isTrue();
  }

  @Test
  void lineWithoutTextPasses() {
    // Then
    assertThat(passes(CONNECTOR, null)).isTrue();
  }

  private static boolean passes(String logger, @Nullable String text) {
    LogRecord line = new LogRecord(Level.SEVERE, text);
    line.setLoggerName(logger);
    return new RefusedRecordsFilter().isLoggable(line);
  }
}
