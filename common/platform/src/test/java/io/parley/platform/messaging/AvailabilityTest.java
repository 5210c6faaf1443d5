package io.parley.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvailabilityTest {

  @ParameterizedTest
  @ValueSource(strings = {"22021", "22008", "23505", "23503"})
  void whatPostgresqlSaysOfTheDataIsTheRecordsFault(String sqlState) {
    assertThat(Availability.isLost(new PgException("refused", "ERROR", sqlState, ""))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "53300", "57P01", "57P03", "40P01", "25006", "28P01", "42P01"})
  void whatPostgresqlSaysOfItselfIsWaitedFor(String sqlState) {
    assertThat(Availability.isLost(new PgException("refused", "FATAL", sqlState, ""))).isTrue();
  }

  @Test
  void lostConnectionsAreWaitedFor() {
    assertThat(Availability.isLost(new CompletionException(new IOException("reset")))).isTrue();
    assertThat(Availability.isLost(new VertxException("closed"))).isTrue();
    assertThat(Availability.isLost(new TimeoutException("no broker"))).isTrue();
    assertThat(Availability.isLost(new CompletionException(new Throwable("not active")))).isTrue();
  }

  @Test
  void whatTheCodeThrowsItselfIsTheRecordsFault() {
    assertThat(Availability.isLost(new IllegalStateException("no workstream"))).isFalse();
    assertThat(Availability.isLost(new IllegalArgumentException("wrong topic"))).isFalse();
  }
}
