package io.parley.outbound.journey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The service's clock in tests: the real one, unless a test stops it at an instant. */
public final class MovableClock extends Clock {

  private static final MovableClock INSTANCE = new MovableClock();

  private volatile @Nullable Instant stopped;

  /** Puts the clock in the place of the real one. */
  @ApplicationScoped
  static class Producer {

    @Produces
    @Singleton
    Clock clock() {
      return INSTANCE;
    }
  }

  static void stopAt(Instant instant) {
    INSTANCE.stopped = instant;
  }

  static void run() {
    INSTANCE.stopped = null;
  }

  @Override
  public Instant instant() {
    Instant at = stopped;
    return at == null ? Clock.systemUTC().instant() : at;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
