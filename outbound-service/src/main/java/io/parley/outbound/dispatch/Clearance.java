package io.parley.outbound.dispatch;

import io.parley.channels.OutgoingMessage;
import io.parley.channels.SendResult;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import io.parley.outbound.customer.CustomerFacts;
import io.parley.outbound.message.Letter;
import io.parley.outbound.provider.Route;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands against sending a message now. Judged anew before every attempt. */
@ApplicationScoped
class Clearance {

  /** From the customer's last message (providers/twilio-whatsapp.md §5); at 24:00:00 it is shut. */
  private static final Duration WHATSAPP_WINDOW = Duration.ofHours(24);

  /** From the customer's last message (providers/google-business-messages.md §5). */
  private static final Duration GOOGLE_WINDOW = Duration.ofDays(30);

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

  private static final DeliveryReason WHATSAPP_WINDOW_CLOSED =
      new DeliveryReason(
          FailureCause.WINDOW_CLOSED,
          "The customer last wrote 24 hours ago or longer, so WhatsApp takes no free text. Send a"
              + " template, or wait until the customer writes again.",
          null);

  private static final DeliveryReason GOOGLE_WINDOW_CLOSED =
      new DeliveryReason(
          FailureCause.WINDOW_CLOSED,
          "The customer last wrote 30 days ago or longer, so Google takes no message. Wait until the"
              + " customer writes again.",
          null);

  private final AttachmentLinks links;

  Clearance(AttachmentLinks links) {
    this.links = links;
  }

  /** The reason to refuse the letter, or nothing. */
  Optional<DeliveryReason> refusal(
      Letter letter, Route route, CustomerFacts customer, Instant now) {
    if (customer.optedOut()) {
      return Optional.of(OPTED_OUT);
    }
    return closedWindow(letter, route, lastInbound(letter, customer), now)
        .or(
            () ->
                AttachmentRules.refusal(letter.content(), route.provider(), route.from().channel()))
        .or(
            () ->
                route
                    .provider()
                    .sender()
                    .check(links.in(outgoing(letter, route, customer)), route.account().settings())
                    .map(SendResult.Refused::reason));
  }

  /** The letter in the provider's terms; its attachments become links when the call is made. */
  static OutgoingMessage outgoing(Letter letter, Route route, CustomerFacts customer) {
    CustomerFacts.Heard last = customer.lastHeard();
    return new OutgoingMessage(
        letter.id(),
        route.from(),
        letter.to(),
        last == null ? null : last.replyTo(),
        letter.content(),
        last == null ? null : last.messageId(),
        letter.takenAt());
  }

  private static Optional<DeliveryReason> closedWindow(
      Letter letter, Route route, @Nullable Instant lastInbound, Instant now) {
    return switch (route.from().channel()) {
      case WHATSAPP ->
          letter.content().template() == null && isShut(lastInbound, WHATSAPP_WINDOW, now)
              ? Optional.of(WHATSAPP_WINDOW_CLOSED)
              : Optional.empty();
      case GOOGLE_BUSINESS_MESSAGES ->
          isShut(lastInbound, GOOGLE_WINDOW, now)
              ? Optional.of(GOOGLE_WINDOW_CLOSED)
              : Optional.empty();
      case SMS, RCS, CUSTOM -> Optional.empty();
    };
  }

  private static boolean isShut(@Nullable Instant lastInbound, Duration window, Instant now) {
    return lastInbound == null || !now.isBefore(lastInbound.plus(window));
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
