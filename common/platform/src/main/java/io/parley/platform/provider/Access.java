package io.parley.platform.provider;

import io.parley.channels.CallContext;
import io.parley.events.DeliveryReason;

/** Whether calls can be made in the name of an account. */
public sealed interface Access {

  /**
   * They can.
   *
   * @param context with an access token where the provider needs one
   */
  record Granted(CallContext context) implements Access {}

  /**
   * The account got no access token.
   *
   * @param forGood whether the credentials were refused, so that trying again does not help
   */
  record Denied(DeliveryReason reason, boolean forGood) implements Access {}
}
