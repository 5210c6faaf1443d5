package io.parley.events;

/**
 * A customer's wish about being written to, as a keyword or as a field that the provider adds
 * (providers/twilio-sms.md §8).
 */
public enum ConsentSignal {
  /** No more messages. */
  STOP,
  /** Messages are welcome again. */
  START,
  /** The customer asks what this is; changes nothing. */
  HELP
}
