package io.parley.simulator.twilio;

import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.journey.Crowd;
import io.parley.simulator.provider.Bounded;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.recording.RecordedMessage;
import java.time.Instant;
import java.util.List;

/** Customers' messages: takes note of them, delivers their webhooks and obeys the answers. */
final class Inbound {

  private final Environment environment;
  private final Accounts accounts;
  private final Contacts contacts;
  private final Bounded<String, Message> messages;
  private final MediaFiles media;
  private final InboundWebhook webhook;

  Inbound(
      Environment environment,
      Accounts accounts,
      Contacts contacts,
      Bounded<String, Message> messages,
      MediaFiles media) {
    this.environment = environment;
    this.accounts = accounts;
    this.contacts = contacts;
    this.messages = messages;
    this.media = media;
    this.webhook = new InboundWebhook(environment.webhooks());
  }

  /**
   * Blocks until every webhook is answered or given up.
   *
   * @throws InvalidFieldException if the account or number is unknown
   */
  InboundResult receive(InboundOrder order) {
    Account account =
        accounts
            .find(order.accountSid())
            .orElseThrow(() -> new InvalidFieldException("accountSid", "is not a known account"));
    InboundRoute route = InboundRoute.of(account, order);
    Crowd crowd = new Crowd(order.count(), order.parallel(), order.sameSid());
    return new InboundResult(
        crowd.write(
            number -> {
              String sid = sid(order);
              String body = order.bodyOf(number);
              note(order, route, sid, body);
              return () -> deliver(order, route, sid, body);
            }));
  }

  private InboundResult.Delivery deliver(
      InboundOrder order, InboundRoute route, String sid, String body) throws InterruptedException {
    InboundResult.Delivery delivery = webhook.deliver(order, route, sid, body);
    delivery.replies().forEach(text -> reply(order, text));
    return delivery;
  }

  private void note(InboundOrder order, InboundRoute route, String sid, String body) {
    Instant now = environment.clock().instant();
    Address from = Address.parse(order.from());
    Address to = Address.parse(order.to());
    contacts.received(from, to, route.service(), body, now);
    for (int i = 0; i < order.media().size(); i++) {
      media.remember(sid, i, order.media().get(i).contentType());
    }
    messages.put(
        sid, message(order, Message.Direction.INBOUND, MessageStatus.RECEIVED, sid, body, now));
  }

  private void reply(InboundOrder order, String text) {
    Instant now = environment.clock().instant();
    String sid = Sids.random("SM");
    messages.put(
        sid, message(order, Message.Direction.REPLY, MessageStatus.QUEUED, sid, text, now));
    environment
        .recorder()
        .message(
            sequence ->
                new RecordedMessage(
                    sequence,
                    Twilio.NAME,
                    order.accountSid(),
                    sid,
                    "reply",
                    order.to(),
                    order.from(),
                    text,
                    now,
                    null,
                    "",
                    List.of()));
  }

  private static Message message(
      InboundOrder order,
      Message.Direction direction,
      MessageStatus status,
      String sid,
      String body,
      Instant now) {
    boolean inbound = direction == Message.Direction.INBOUND;
    return new Message(
        sid,
        order.accountSid(),
        direction,
        Address.parse(inbound ? order.from() : order.to()),
        Address.parse(inbound ? order.to() : order.from()),
        body,
        inbound ? order.media().size() : 0,
        null,
        status,
        null,
        null,
        now,
        inbound ? now : null,
        now);
  }

  private static String sid(InboundOrder order) {
    if (order.messageSid() != null) {
      return order.messageSid();
    }
    return Sids.random(order.media().isEmpty() ? "SM" : "MM");
  }
}
