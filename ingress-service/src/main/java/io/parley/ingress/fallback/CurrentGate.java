package io.parley.ingress.fallback;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/** The gate of this instance as it is now. */
@ApplicationScoped
public class CurrentGate {

  private static final Logger LOG = Logger.getLogger(CurrentGate.class);

  private volatile Gate gate = Gate.AT_START;
  private volatile boolean looked;

  CurrentGate(MeterRegistry meters) {
    meters.gauge("parley.ingress.fallback.diverted", this, now -> now.isDirect() ? 0 : 1);
  }

  /** Whether records go straight to Kafka. */
  public boolean isDirect() {
    return isDirect(gate);
  }

  /** Whether PostgreSQL has told once since the start what waits in the table. */
  boolean hasLooked() {
    return looked;
  }

  /** Kafka did not take a record. */
  public void publicationFailed(Throwable cause) {
    if (move(Gate::publicationFailed)) {
      LOG.warnf("Kafka does not take records: they are stored from now on. error=%s", cause);
    }
  }

  void seenOccupied() {
    looked = true;
    if (move(Gate::seenOccupied)) {
      LOG.info("Records wait in the fallback table: further ones are stored behind them.");
    }
  }

  void seenEmpty() {
    looked = true;
    if (move(Gate::seenEmpty)) {
      LOG.info("The fallback table is empty: records go to Kafka.");
    }
  }

  void storingFailed() {
    move(Gate::storingFailed);
  }

  /** Says whether the way has changed. */
  private synchronized boolean move(UnaryOperator<Gate> move) {
    Gate before = gate;
    Gate after = move.apply(before);
    gate = after;
    return isDirect(before) != isDirect(after);
  }

  private static boolean isDirect(Gate gate) {
    return switch (gate) {
      case Gate.Direct direct -> true;
      case Gate.Diverted diverted -> false;
    };
  }
}
