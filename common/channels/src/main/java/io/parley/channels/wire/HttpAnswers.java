package io.parley.channels.wire;

import io.parley.channels.SendResult;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;

/** What the answer to a call proves about the message in it, where the provider says no more. */
public final class HttpAnswers {

  private HttpAnswers() {}

  /** Whether a status shows that a message was certainly not taken: a 4xx, but for a time-out. */
  public static boolean isRefusal(int status) {
    return status / 100 == 4 && status != 408;
  }

  /**
   * Nobody knows whether the message was taken, and it can be found out.
   *
   * @param what happened, one sentence
   */
  public static SendResult.Unknown findingOut(String what) {
    return unknown(what + " It is being found out whether the message was taken.");
  }

  /**
   * Nobody knows whether the message was taken, until the provider reports about it.
   *
   * @param what happened, one sentence
   */
  public static SendResult.Unknown untilReported(String what) {
    return unknown(
        what
            + " Whether the message was taken is not known until a report about it comes. Ask the"
            + " customer before sending it again.");
  }

  private static SendResult.Unknown unknown(String text) {
    return new SendResult.Unknown(new DeliveryReason(FailureCause.OUTCOME_UNKNOWN, text, null));
  }
}
