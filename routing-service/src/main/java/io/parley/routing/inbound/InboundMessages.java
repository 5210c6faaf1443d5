package io.parley.routing.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parley.events.ConversationEvent.Author;
import io.parley.events.CustomerSignalled;
import io.parley.events.DropReason;
import io.parley.events.Event;
import io.parley.events.EventJson;
import io.parley.events.MessageDropped;
import io.parley.events.MessageReceived;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.Workstream;
import io.parley.platform.messaging.BatchConsumer;
import io.parley.platform.time.Identifiers;
import io.parley.routing.classification.Classification;
import io.parley.routing.conversation.Conversation;
import io.parley.routing.conversation.Conversation.Ongoing;
import io.parley.routing.conversation.ConversationRows;
import io.parley.routing.conversation.Conversations;
import io.parley.routing.conversation.Conversations.Change;
import io.parley.routing.conversation.Identity;
import io.parley.routing.conversation.Open;
import io.parley.routing.conversation.PresentQueue;
import io.parley.routing.conversation.ThreadMedia;
import io.parley.routing.conversation.ThreadMessage;
import io.parley.routing.conversation.Waiting;
import io.parley.routing.distribution.Distributor;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Joins customers' messages to conversations (domain/conversations.md §5): a batch, one
 * transaction, few statements. The same event again changes nothing. What customers do besides
 * writing is passed on afterwards.
 */
@ApplicationScoped
class InboundMessages {

  private static final String ONGOING =
      "select "
          + ConversationRows.COLUMNS
          + " from conversation where (channel_address_id, customer_address) in (select * from"
          + " unnest($1::uuid[], $2::text[])) and state in ('OPEN', 'ACTIVE', 'WAITING') order by"
          + " id for update";

  private final BatchConsumer batches;
  private final Conversations conversations;
  private final Distributor distributor;
  private final Identifiers identifiers;
  private final LateConfiguration lateConfiguration;
  private final CustomerTyping typing;

  InboundMessages(
      BatchConsumer batches,
      Conversations conversations,
      Distributor distributor,
      Identifiers identifiers,
      LateConfiguration lateConfiguration,
      CustomerTyping typing) {
    this.batches = batches;
    this.conversations = conversations;
    this.distributor = distributor;
    this.identifiers = identifiers;
    this.lateConfiguration = lateConfiguration;
    this.typing = typing;
  }

  @Incoming("messages-received")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> records) {
    batches.consume(records, "routing", this::join);
  }

  private void join(List<Event<?>> events) {
    List<CustomerSignalled> signals = new ArrayList<>();
    List<Arrival> arrivals = new ArrayList<>();
    for (Event<?> event : events) {
      if (event.data() instanceof CustomerSignalled signal) {
        signals.add(signal);
      } else {
        arrivals.add(Arrival.of(event));
      }
    }
    if (!arrivals.isEmpty()) {
      arrivals.forEach(
          a -> lateConfiguration.await(a.message().channelAddressId(), a.receivedAt()));
      conversations.change(
          change -> {
            join(change, arrivals);
            return null;
          });
    }
    typing.tell(signals);
  }

  private void join(Change change, List<Arrival> arrivals) {
    Map<Customer, List<Arrival>> fresh = fresh(change, arrivals);
    drop(change, fresh);
    Map<Customer, Conversation> ongoing = ongoing(change, fresh.keySet());
    fresh.forEach(
        (customer, messages) -> {
          Conversation conversation = ongoing.get(customer);
          for (Arrival message : messages) {
            conversation =
                conversation instanceof Ongoing existing
                    ? append(change, existing, message)
                    : open(change, message);
            record(change, conversation, message);
          }
          Conversation last = Objects.requireNonNull(conversation, "a customer without messages");
          distributor.follow(change, last, last);
        });
  }

  /**
   * Takes out what came to an address that no workstream has taken up, and tells it: also where a
   * conversation goes on, which cannot be answered any more (domain/channels-and-accounts.md §10).
   */
  private static void drop(Change change, Map<Customer, List<Arrival>> fresh) {
    fresh
        .entrySet()
        .removeIf(
            entry -> {
              UUID address = entry.getKey().channelAddressId();
              boolean gone = Workstreams.of(change.configuration(), address).isEmpty();
              if (gone) {
                entry.getValue().forEach(arrival -> drop(change, arrival));
              }
              return gone;
            });
  }

  private static void drop(Change change, Arrival arrival) {
    MessageReceived message = arrival.message();
    change
        .journal()
        .dropped(
            arrival.event().id(),
            new MessageDropped(
                message.accountId(),
                message.channelAddressId(),
                message.to(),
                DropReason.NO_CHANNEL_INSTANCE,
                1,
                arrival.receivedAt()),
            arrival.event().traceParent());
  }

  /** What has not been seen before, by customer, in the order of arrival. */
  private static Map<Customer, List<Arrival>> fresh(Change change, List<Arrival> arrivals) {
    Set<String> seen =
        new HashSet<>(
            change
                .transaction()
                .query(
                    "select event_id from message where event_id = any($1)",
                    row -> row.getString(0),
                    (Object) arrivals.stream().map(a -> a.event().id()).toArray(String[]::new)));
    Map<Customer, List<Arrival>> fresh = new LinkedHashMap<>();
    for (Arrival arrival : arrivals) {
      if (seen.add(arrival.event().id())) {
        fresh
            .computeIfAbsent(Customer.of(arrival.message()), customer -> new ArrayList<>())
            .add(arrival);
      }
    }
    return fresh;
  }

  private static Map<Customer, Conversation> ongoing(Change change, Set<Customer> customers) {
    Map<Customer, Conversation> found = new HashMap<>();
    if (!customers.isEmpty()) {
      change
          .reading()
          .select(
              ONGOING,
              customers.stream().map(Customer::channelAddressId).toArray(UUID[]::new),
              customers.stream().map(Customer::address).toArray(String[]::new))
          .forEach(c -> found.put(Customer.of(c.identity()), c));
    }
    return found;
  }

  private Conversation append(Change change, Ongoing existing, Arrival arrival) {
    Ongoing from =
        existing instanceof Waiting waiting
            ? waiting.returningTo(PresentQueue.of(change.configuration(), waiting.identity()))
            : existing;
    return change.moved(
        existing, from.customerWrote(arrival.moving(), change.now(), identifiers::next));
  }

  private Conversation open(Change change, Arrival arrival) {
    MessageReceived message = arrival.message();
    Workstream workstream =
        Workstreams.of(change.configuration(), message.channelAddressId()).orElseThrow();
    Optional<ChannelAddress> ours =
        change.configuration().channelAddress(message.channelAddressId());
    Classification classification = Classification.WITHOUT_RULESETS;
    Identity identity =
        new Identity(
            identifiers.next(),
            message.channel(),
            message.accountId(),
            message.channelAddressId(),
            message.from(),
            message.profile(),
            workstream.id(),
            workstream.fallbackQueueId(),
            classification.priority(),
            arrival.receivedAt(),
            ours.map(ChannelAddress::name).orElse(null),
            ours.map(ChannelAddress::address).orElse(message.to()));
    return change.opened(
        Open.begin(
            identity,
            arrival.moving(),
            classification.rulesets(),
            change.configuration().version(),
            change.now(),
            identifiers::next));
  }

  private static void record(Change change, Conversation conversation, Arrival arrival) {
    change
        .journal()
        .appended(
            new ThreadMessage(
                arrival.messageId(),
                conversation.identity().id(),
                conversation.progress().messageCount(),
                Author.CUSTOMER,
                null,
                arrival.event().id(),
                json(arrival.message()),
                arrival.receivedAt()));
    change
        .journal()
        .attached(
            ThreadMedia.of(arrival.message(), conversation.identity().id(), arrival.messageId()));
  }

  private static String json(MessageReceived message) {
    try {
      return EventJson.mapper().writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("message cannot be written", e);
    }
  }
}
