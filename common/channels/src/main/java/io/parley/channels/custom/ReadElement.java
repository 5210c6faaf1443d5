package io.parley.channels.custom;

import io.parley.events.MessageReceived;
import io.parley.events.ReceiptReceived;

/** What one element of a call came to. */
sealed interface ReadElement {

  /** A customer wrote. */
  record Message(MessageReceived message) implements ReadElement {}

  /** The provider reports. */
  record Receipt(ReceiptReceived receipt) implements ReadElement {}

  /** It means nothing to us. */
  record Nothing() implements ReadElement {}

  /**
   * It cannot be understood.
   *
   * @param reason for the administrator; contains no customer text
   */
  record NotUnderstood(String reason) implements ReadElement {}
}
