package io.parley.events;

/** Why a message was not sent or not delivered. The one list, on the wire and in code. */
public enum FailureCause {
  /** The channel's 24-hour window is closed; only a template may be sent. */
  WINDOW_CLOSED,
  /** The customer does not want messages from this address. */
  OPTED_OUT,
  /** The customer has blocked this business. */
  BLOCKED,
  /** Too long, empty, or of a kind the channel does not carry. */
  CONTENT_INVALID,
  /** Filtered or forbidden by the carrier, platform or provider because of what it says. */
  CONTENT_REFUSED,
  /** The template is unknown, not approved, or its variables do not fit. */
  TEMPLATE_INVALID,
  /** The recipient does not exist or cannot receive on this channel. */
  RECIPIENT_INVALID,
  /** The recipient's device cannot be reached now. */
  RECIPIENT_UNREACHABLE,
  /** Something is set up wrongly: sender, region, registration. An administrator has to act. */
  CONFIGURATION,
  /** The provider refused the account's credentials, or the account is suspended. */
  CREDENTIALS,
  /** Too many messages; attempts were given up. */
  THROTTLED,
  /** The provider or the carrier failed; attempts were given up. */
  PROVIDER_FAILURE,
  /** It could not be found out whether the provider took the message. */
  OUTCOME_UNKNOWN,
  /** None of the above; see the text. */
  OTHER
}
