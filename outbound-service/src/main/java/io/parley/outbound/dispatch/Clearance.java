package io.parley.outbound.dispatch;

import io.parley.channels.OutgoingMessage;
import io.parley.channels.SendResult;
import io.parley.events.Channel;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import io.parley.outbound.customer.CustomerFacts;
import io.parley.outbound.message.Letter;
import io.parley.outbound.provider.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands against sending a message now. Judged anew before every attempt. */
final class Clearance {

  /** From the customer's last message (providers/twilio-whatsapp.md §5); at 24:00:00 it is shut. */
  private static final Duration WINDOW = Duration.ofHours(24);

  static final DeliveryReason NO_ROUTE =
      new DeliveryReason(
          FailureCause.CONFIGURATION,
          "The address that this is to be sent from is not set up, or its account or provider is"
              + " unknown. Ask an administrator.",
          null);

  private static final DeliveryReason OPTED_OUT =
      new DeliveryReason(
          FailureCause.OPTED_OUT,
          "The customer has asked for no more messages from this number. Messages are possible"
              + " again when the customer sends START.",
          null);

  private static final DeliveryReason WINDOW_CLOSED =
      new DeliveryReason(
          FailureCause.WINDOW_CLOSED,
          "The customer last wrote 24 hours ago or longer, so WhatsApp takes no free text. Send a"
              + " template, or wait until the customer writes again.",
          null);

  private Clearance() {}

  /** The reason to refuse the letter, or nothing. */
  static Optional<DeliveryReason> refusal(
      Letter letter, Route route, CustomerFacts customer, Instant now) {
    if (customer.optedOut()) {
      return Optional.of(OPTED_OUT);
    }
    if (needsWindow(letter, route) && isShut(lastInbound(letter, customer), now)) {
      return Optional.of(WINDOW_CLOSED);
    }
    return route.provider().sender().check(outgoing(letter, route)).map(SendResult.Refused::reason);
  }

  static OutgoingMessage outgoing(Letter letter, Route route) {
    return new OutgoingMessage(letter.id(), route.from(), letter.to(), letter.content());
  }

  private static boolean needsWindow(Letter letter, Route route) {
    return switch (route.from().channel()) {
      case Channel.WHATSAPP -> letter.content().template() == null;
      case Channel.SMS -> false;
    };
  }

  private static boolean isShut(@Nullable Instant lastInbound, Instant now) {
    return lastInbound == null || !now.isBefore(lastInbound.plus(WINDOW));
  }

  private static @Nullable Instant lastInbound(Letter letter, CustomerFacts customer) {
    Instant told = letter.lastCustomerMessageAt();
    Instant seen = customer.lastInboundAt();
    if (told == null || seen == null) {
      return told == null ? seen : told;
    }
    return told.isAfter(seen) ? told : seen;
  }
}
