package io.parley.ingress.publication;

import io.parley.channels.Reception;
import io.parley.events.CloudEventCodec;
import io.parley.events.CustomerSignalled;
import io.parley.events.Event;
import io.parley.events.EventData;
import io.parley.events.MessagePart;
import io.parley.events.MessageReceived;
import io.parley.events.ReceiptReceived;
import io.parley.events.TraceParent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Makes events of what a webhook says. Their ids come from the provider's own ids, so a repeated
 * webhook gives the same event.
 */
public final class IngressEvents {

  /** CloudEvents source of everything that ingress publishes. */
  public static final String SOURCE = "/parley/ingress";

  private IngressEvents() {}

  /** The records of everything that a webhook says. */
  public static List<OutgoingRecord> records(
      Reception.Understood understood, TraceParent trace, Instant receivedAt) {
    Stream<Event<?>> messages =
        understood.messages().stream().map(message -> event(message, trace, receivedAt));
    Stream<Event<?>> receipts =
        understood.receipts().stream().map(receipt -> event(receipt, trace, receivedAt));
    Stream<Event<?>> signals =
        understood.signals().stream().map(signal -> event(signal, trace, receivedAt));
    return Stream.of(messages, receipts, signals)
        .flatMap(events -> events)
        .map(event -> OutgoingRecord.of(event.id(), CloudEventCodec.encode(event)))
        .toList();
  }

  /** The record of something that ingress has to say of itself. */
  public static OutgoingRecord record(
      String id, String key, EventData data, TraceParent trace, Instant at) {
    return OutgoingRecord.of(
        id, CloudEventCodec.encode(new Event<>(id, SOURCE, key, at, trace, key, data)));
  }

  static Event<MessageReceived> event(
      MessageReceived message, TraceParent trace, Instant receivedAt) {
    String key = message.channelAddressId() + "/" + message.from().value();
    String id = message.accountId() + "/" + message.providerMessageId();
    return new Event<>(id, SOURCE, key, receivedAt, trace, key, message);
  }

  static Event<ReceiptReceived> event(
      ReceiptReceived receipt, TraceParent trace, Instant receivedAt) {
    String key = receipt.accountId() + "/" + receipt.providerMessageId();
    String errorCode = Objects.requireNonNullElse(receipt.errorCode(), "-");
    MessagePart part = receipt.part();
    String id =
        key
            + "/"
            + receipt.providerStatus()
            + "/"
            + errorCode
            + (part == null ? "" : "/" + part.number());
    return new Event<>(id, SOURCE, key, receivedAt, trace, key, receipt);
  }

  static Event<CustomerSignalled> event(
      CustomerSignalled signal, TraceParent trace, Instant receivedAt) {
    String key = signal.channelAddressId() + "/" + signal.from().value();
    String id = signal.accountId() + "/signal/" + signal.signalId();
    return new Event<>(id, SOURCE, key, receivedAt, trace, key, signal);
  }
}
