package io.parley.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/** The system's clock plus an offset that can be moved forwards and back. */
final class SimulatorClock extends Clock {

  private final Clock system = Clock.systemUTC();
  private volatile Duration offset = Duration.ZERO;

  synchronized void advance(Duration by) {
    offset = offset.plus(by);
  }

  synchronized void setTo(Instant instant) {
    offset = Duration.between(system.instant(), instant);
  }

  synchronized void reset() {
    offset = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return system.instant().plus(offset);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(system.withZone(Objects.requireNonNull(zone)), offset);
  }
}
