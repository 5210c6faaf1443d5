package io.parley.channels;

import io.parley.events.DeliveryReason;

/** What a provider says when it is asked about an earlier attempt. */
public sealed interface LookUpResult {

  /** It had been taken, or has been now. */
  record Found(String providerMessageId) implements LookUpResult {}

  /** It had certainly not been taken: it may be sent again. */
  record Absent() implements LookUpResult {}

  /** It has certainly not been taken, and is refused for good. */
  record Refused(SendResult.Refused refusal) implements LookUpResult {}

  /** More than one message could be it: it must not be sent again. */
  record Ambiguous(DeliveryReason reason) implements LookUpResult {}

  /** The question was not answered; it may be asked again. */
  record Unanswered(DeliveryReason reason) implements LookUpResult {}
}
