package io.parley.channels.custom;

import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.events.MessageReceived;
import io.parley.events.ReceiptReceived;
import java.util.ArrayList;
import java.util.List;

/** Gathers what the elements of a call came to. Not thread-safe. */
final class Readings {

  private final List<MessageReceived> messages = new ArrayList<>();
  private final List<ReceiptReceived> receipts = new ArrayList<>();
  private final List<Reception.Unread> unread = new ArrayList<>();
  private int elements;

  /** The element alone, as a call. */
  interface Alone {
    byte[] body();
  }

  void add(ReadElement read, Alone alone) {
    elements++;
    switch (read) {
      case ReadElement.Message(MessageReceived message) -> messages.add(message);
      case ReadElement.Receipt(ReceiptReceived receipt) -> receipts.add(receipt);
      case ReadElement.Nothing() -> {}
      case ReadElement.NotUnderstood(String reason) ->
          unread.add(new Reception.Unread(reason, alone.body()));
    }
  }

  /** A call whose only element was not understood was not understood as a whole. */
  Reception reception(WebhookAnswer answer) {
    return elements == 1 && unread.size() == 1
        ? new Reception.NotUnderstood(unread.getFirst().reason(), answer)
        : new Reception.Understood(messages, receipts, List.of(), unread, answer);
  }
}
