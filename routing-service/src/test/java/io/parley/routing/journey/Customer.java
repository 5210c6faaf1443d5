package io.parley.routing.journey;

import static org.awaitility.Awaitility.await;

import io.parley.events.CustomerAddress;
import io.parley.events.CustomerAddress.Kind;
import io.parley.events.CustomerProfile;
import io.parley.events.CustomerSignalled;
import io.parley.events.CustomerSignalled.Signal;
import io.parley.events.Event;
import io.parley.events.Media;
import io.parley.events.MessageReceived;
import io.parley.events.Selection;
import io.parley.events.TraceParent;
import io.parley.testing.TestDatabase;
import io.parley.testing.TestKafka;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Somebody who writes to an address of an organisation; plays ingress. */
public final class Customer {

  private static final AtomicLong NUMBERS = new AtomicLong(4_915_100_000_000L);
  private static final Random RANDOM = new Random(11);

  private final Organisation organisation;
  private final String number = "+" + NUMBERS.incrementAndGet();

  Customer(Organisation organisation) {
    this.organisation = organisation;
  }

  public String number() {
    return number;
  }

  /** A message of this customer as ingress publishes it. */
  public Event<MessageReceived> message(String text) {
    return message(text, Instant.now());
  }

  /** A message that came at this time. */
  public Event<MessageReceived> message(String text, Instant receivedAt) {
    return message(text, receivedAt, List.of(), null, Map.of());
  }

  /** A message with files. */
  public Event<MessageReceived> withMedia(String text, Media... media) {
    return message(text, Instant.now(), List.of(media), null, Map.of());
  }

  /** A tapped button. */
  public Event<MessageReceived> tap(Selection selection) {
    return message("", Instant.now(), List.of(), selection, Map.of());
  }

  /** A message of which the provider says more. */
  public Event<MessageReceived> message(String text, Map<String, String> attributes) {
    return message(text, Instant.now(), List.of(), null, attributes);
  }

  private Event<MessageReceived> message(
      String text,
      Instant receivedAt,
      List<Media> media,
      @Nullable Selection selection,
      Map<String, String> attributes) {
    String providerMessageId = "SM" + UUID.randomUUID().toString().replace("-", "");
    String key = organisation.channelAddressId() + "/" + number;
    return new Event<>(
        organisation.accountId() + "/" + providerMessageId,
        "/parley/ingress",
        key,
        receivedAt,
        TraceParent.begin(RANDOM),
        key,
        new MessageReceived(
            organisation.accountId(),
            organisation.channelAddressId(),
            organisation.channel(),
            organisation.provider(),
            providerMessageId,
            new CustomerAddress(Kind.PHONE_NUMBER, number),
            null,
            "+15550100",
            text,
            media,
            null,
            selection,
            null,
            null,
            new CustomerProfile("Ana", null, null, null, null, null, "DE"),
            null,
            attributes,
            null,
            receivedAt));
  }

  /** Something this customer does besides writing, as ingress publishes it. */
  public Event<CustomerSignalled> signal(Signal signal, Instant receivedAt) {
    String key = organisation.channelAddressId() + "/" + number;
    String id = UUID.randomUUID().toString();
    return new Event<>(
        organisation.accountId() + "/signal/" + id,
        "/parley/ingress",
        key,
        receivedAt,
        TraceParent.begin(RANDOM),
        key,
        new CustomerSignalled(
            organisation.accountId(),
            organisation.channelAddressId(),
            organisation.channel(),
            organisation.provider(),
            id,
            new CustomerAddress(Kind.PHONE_NUMBER, number),
            signal,
            receivedAt));
  }

  /** Writes, and the event is on Kafka. */
  public Event<MessageReceived> writes(String text) {
    Event<MessageReceived> message = message(text);
    TestKafka.send(message);
    return message;
  }

  /** Ids of this customer's conversations, oldest first. */
  public List<UUID> conversations() {
    return TestDatabase.query(
            "select id from conversation where channel_address_id = ? and customer_address = ?"
                + " order by opened_at, id",
            organisation.channelAddressId(),
            number)
        .stream()
        .map(row -> (UUID) row.values().iterator().next())
        .toList();
  }

  /** The one conversation, as soon as there is one. */
  public UUID awaitConversation() {
    return awaitConversations(1).get(0);
  }

  /** The conversations, as soon as there are so many. */
  public List<UUID> awaitConversations(int count) {
    return await().until(this::conversations, found -> found.size() == count);
  }
}
