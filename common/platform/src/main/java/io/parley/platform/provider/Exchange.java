package io.parley.platform.provider;

import io.parley.channels.ProviderResponse;
import io.parley.events.DeliveryReason;

/** What came of carrying a call to a provider. */
public sealed interface Exchange {

  /** It answered, whatever it said. */
  record Answered(ProviderResponse response) implements Exchange {}

  /**
   * No connection came about, so the provider has certainly received nothing.
   *
   * @param why for the log and the agent; contains no address
   */
  record NotSent(String why) implements Exchange {}

  /**
   * The account cannot be used: it got no access token. Nothing was sent.
   *
   * @param forGood whether the credentials were refused, so that trying again does not help
   */
  record NoAccess(DeliveryReason reason, boolean forGood) implements Exchange {}

  /**
   * The connection broke, or the answer did not come in time or was not readable. The provider may
   * have acted on the call.
   *
   * @param why for the log and the agent; contains no address
   */
  record Lost(String why) implements Exchange {}
}
