package io.parley.simulator.delivery;

import io.parley.simulator.http.Fields;

/**
 * Pauses in milliseconds.
 *
 * @param sentMs from the acceptance to the status sent
 * @param deliveredMs from there to the receipt
 * @param readMs from there to the read receipt
 */
public record CallbackDelays(int sentMs, int deliveredMs, int readMs) {

  /** So short that tests need not wait. */
  public static final CallbackDelays DEFAULT = new CallbackDelays(5, 5, 5);

  public CallbackDelays {
    Fields.between(sentMs, 0, 600_000, "sentMs");
    Fields.between(deliveredMs, 0, 600_000, "deliveredMs");
    Fields.between(readMs, 0, 600_000, "readMs");
  }
}
