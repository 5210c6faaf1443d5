package io.parley.channels;

import io.parley.events.DeliveryReason;
import java.time.Duration;

/** What a request for an access token came to. */
public sealed interface TokenResult {

  /**
   * Here it is.
   *
   * @param token the token; secret
   * @param validFor from now on
   */
  record Issued(String token, Duration validFor) implements TokenResult {

    /** Says that there is one and not which. */
    @Override
    public String toString() {
      return "Issued[" + validFor + "]";
    }
  }

  /** The credentials are refused; asking again does not help. */
  record Refused(DeliveryReason reason) implements TokenResult {}

  /** It cannot be had now. */
  record Unavailable(DeliveryReason reason) implements TokenResult {}
}
