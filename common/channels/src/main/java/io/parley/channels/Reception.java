package io.parley.channels;

import io.parley.events.EventData;
import io.parley.events.MessageReceived;
import io.parley.events.ReceiptReceived;
import java.util.List;

/** What came of reading a webhook call. */
public sealed interface Reception {

  /**
   * It is authentic and understood.
   *
   * @param messages what customers wrote
   * @param receipts what became of messages of ours
   * @param answer what this provider expects to hear once everything is stored; also for calls that
   *     mean nothing to us
   */
  record Understood(
      List<MessageReceived> messages, List<ReceiptReceived> receipts, WebhookAnswer answer)
      implements Reception {

    public Understood {
      messages = List.copyOf(messages);
      receipts = List.copyOf(receipts);
    }

    /** Everything to be published. */
    public List<EventData> events() {
      return java.util.stream.Stream.<EventData>concat(messages.stream(), receipts.stream())
          .toList();
    }
  }

  /**
   * It is authentic, but cannot be understood: it is kept in the dead-letter topic and
   * acknowledged, because repeating it would not help.
   *
   * @param reason for the administrator; contains no customer text
   */
  record NotUnderstood(String reason, WebhookAnswer answer) implements Reception {}

  /**
   * It is not from this provider's account (403).
   *
   * @param reason for the administrator's log, including which URL was expected to be signed; no
   *     secret
   */
  record NotAuthentic(String reason) implements Reception {}

  /** It is not in the form of this provider's calls at all (400). */
  record Malformed(String reason) implements Reception {}

  /** Its content type is not one that this provider sends (415). */
  record UnsupportedType(String reason) implements Reception {}
}
