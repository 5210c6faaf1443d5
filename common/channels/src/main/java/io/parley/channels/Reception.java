package io.parley.channels;

import io.parley.events.CustomerSignalled;
import io.parley.events.EventData;
import io.parley.events.MessageReceived;
import io.parley.events.ReceiptReceived;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came of reading a webhook call. */
public sealed interface Reception {

  /**
   * It is authentic and understood.
   *
   * @param messages what customers wrote
   * @param receipts what became of messages of ours
   * @param signals what customers did besides
   * @param unread elements of a batch that could not be understood; the others are not held up
   * @param answer what this provider expects to hear once everything is stored; also for calls that
   *     mean nothing to us
   */
  record Understood(
      List<MessageReceived> messages,
      List<ReceiptReceived> receipts,
      List<CustomerSignalled> signals,
      List<Unread> unread,
      WebhookAnswer answer)
      implements Reception {

    public Understood {
      messages = List.copyOf(messages);
      receipts = List.copyOf(receipts);
      signals = List.copyOf(signals);
      unread = List.copyOf(unread);
    }

    /** Messages and receipts, nothing else. */
    public Understood(
        List<MessageReceived> messages, List<ReceiptReceived> receipts, WebhookAnswer answer) {
      this(messages, receipts, List.of(), List.of(), answer);
    }

    /** A call that means nothing to us, such as a handshake. */
    public static Understood nothing(WebhookAnswer answer) {
      return new Understood(List.of(), List.of(), answer);
    }

    /** One message. */
    public static Understood message(MessageReceived message, WebhookAnswer answer) {
      return new Understood(List.of(message), List.of(), answer);
    }

    /** One receipt. */
    public static Understood receipt(ReceiptReceived receipt, WebhookAnswer answer) {
      return new Understood(List.of(), List.of(receipt), answer);
    }

    /** Everything to be published. */
    public List<EventData> events() {
      return Stream.of(messages, receipts, signals).<EventData>flatMap(List::stream).toList();
    }
  }

  /**
   * An element of a batch that could not be understood. It is kept in the dead-letter topic, in a
   * form that {@link WebhookReceiver#read} takes as a call of its own.
   *
   * @param reason for the administrator; contains no customer text
   * @param body the element alone, as the body of a call
   */
  record Unread(String reason, byte[] body) {}

  /**
   * It is authentic, but cannot be understood: it is kept in the dead-letter topic and
   * acknowledged, because repeating it would not help.
   *
   * @param reason for the administrator; contains no customer text
   */
  record NotUnderstood(String reason, WebhookAnswer answer) implements Reception {}

  /** It is refused. */
  sealed interface Refusal extends Reception {

    /** Why; for the administrator's log, no secret. */
    String reason();
  }

  /**
   * It is not from this provider's account (403, or 401 with a challenge).
   *
   * @param reason for the administrator; no secret
   * @param challenge value of {@code WWW-Authenticate} where the provider needs one to send its
   *     credentials
   * @param header the header that is missing or wrong, where it is one
   * @param signedUrl the URL string that the signature was checked against, where the provider
   *     signs it; for administrators only, because it holds the account's key
   */
  record NotAuthentic(
      String reason,
      @Nullable String challenge,
      @Nullable String header,
      @Nullable String signedUrl)
      implements Refusal {

    /** A refusal without a challenge. */
    public NotAuthentic(String reason) {
      this(reason, null);
    }

    /** A refusal that asks for credentials. */
    public NotAuthentic(String reason, @Nullable String challenge) {
      this(reason, challenge, null, null);
    }

    /** The same, because of this header. */
    public NotAuthentic because(String wrongHeader) {
      return new NotAuthentic(reason, challenge, wrongHeader, signedUrl);
    }

    /** The same, with the URL that should have been signed. */
    public NotAuthentic signed(String url) {
      return new NotAuthentic(reason, challenge, header, url);
    }
  }

  /** It is not in the form of this provider's calls at all (400). */
  record Malformed(String reason) implements Refusal {}

  /** Its content type is not one that this provider sends (415). */
  record UnsupportedType(String reason) implements Refusal {}
}
