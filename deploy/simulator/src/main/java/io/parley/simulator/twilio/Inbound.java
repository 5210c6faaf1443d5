package io.parley.simulator.twilio;

import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.recording.RecordedMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Customers' messages: takes note of them, delivers their webhooks and obeys the answers. */
final class Inbound {

  private final Environment environment;
  private final Accounts accounts;
  private final Contacts contacts;
  private final Bounded<String, Message> messages;
  private final InboundWebhook webhook;

  Inbound(
      Environment environment,
      Accounts accounts,
      Contacts contacts,
      Bounded<String, Message> messages) {
    this.environment = environment;
    this.accounts = accounts;
    this.contacts = contacts;
    this.messages = messages;
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
    Semaphore places = new Semaphore(order.parallel(), true);
    List<Future<InboundResult.Delivery>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int number = 1; number <= order.count(); number++) {
        String sid = sid(order);
        String body = order.bodyOf(number);
        note(order, route, sid, body);
        for (int copy = 0; copy < order.sameSid(); copy++) {
          places.acquire();
          running.add(
              threads.submit(
                  () -> {
                    try {
                      return deliver(order, route, sid, body);
                    } finally {
                      places.release();
                    }
                  }));
        }
      }
      return results(running);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the simulator is stopping", stopping);
    }
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

  private static InboundResult results(List<Future<InboundResult.Delivery>> running)
      throws InterruptedException {
    List<InboundResult.Delivery> deliveries = new ArrayList<>();
    for (Future<InboundResult.Delivery> each : running) {
      try {
        deliveries.add(each.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("a webhook could not be made", e.getCause());
      }
    }
    return new InboundResult(deliveries);
  }
}
