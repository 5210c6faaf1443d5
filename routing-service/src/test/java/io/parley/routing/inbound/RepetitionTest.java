package io.parley.routing.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.CloudEventCodec;
import io.parley.events.ConversationEvent;
import io.parley.events.CustomerAddress;
import io.parley.events.DropReason;
import io.parley.events.Event;
import io.parley.events.MessageDropped;
import io.parley.events.MessageReceived;
import io.parley.events.Presence;
import io.parley.events.Topic;
import io.parley.routing.journey.Agent;
import io.parley.routing.journey.Customer;
import io.parley.routing.journey.Organisation;
import io.parley.routing.journey.RoutingTest;
import io.parley.routing.journey.Told;
import io.parley.testing.TestDatabase;
import io.parley.testing.TestKafka;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** The same event again, events at the same time, and events that nobody can handle. */
@RoutingTest
class RepetitionTest {

  private static final String TOPIC = Topic.MESSAGES_RECEIVED.topicName();

  @Inject InboundMessages inbound;

  @Test
  void sameEventTwentyTimesAndAgainLaterIsOneMessageAndOneOffer() throws Exception {
    // Given
    Organisation organisation = Organisation.standard();
    Agent agent = organisation.agent().becomes(Presence.AVAILABLE);
    Customer customer = organisation.customer();
    Event<MessageReceived> event = customer.message("Hello");
    inParallel(20, i -> TestKafka.send(event));
    UUID conversationId = agent.takesNext();

    // When
    TestKafka.send(event);
    customer.writes("Done");

    // Then
    await()
        .untilAsserted(
            () ->
                assertThat(agent.thread(conversationId).getList("items.text"))
                    .containsExactly("Hello", "Done"));
    assertThat(Told.until(conversationId, ConversationEvent.OfferMade.class, 1)).hasSize(1);
    assertThat(customer.conversations()).hasSize(1);
    assertThat(agent.load()).isEqualTo(1);
  }

  @Test
  void sameEventInTransactionsAtTheSameTimeIsOneMessage() throws Exception {
    // Given
    Organisation organisation = Organisation.standard();
    Customer customer = organisation.customer();
    Event<MessageReceived> event = customer.message("Hello");

    // When
    inParallel(12, i -> inbound.receive(records(List.of(event))));

    // Then
    UUID conversationId = customer.awaitConversation();
    assertThat(
            TestDatabase.number(
                "select count(*) from message where conversation_id = ?", conversationId))
        .isEqualTo(1);
    assertThat(customer.conversations()).hasSize(1);
  }

  @Test
  void firstMessagesInTransactionsAtTheSameTimeOpenOneConversation() throws Exception {
    // Given
    Organisation organisation = Organisation.standard();
    Customer customer = organisation.customer();
    List<Event<MessageReceived>> events =
        IntStream.range(0, 12).mapToObj(i -> customer.message("Hello " + i)).toList();

    // When
    inParallel(12, i -> inbound.receive(records(List.of(events.get(i)))));

    // Then
    UUID conversationId = customer.awaitConversation();
    assertThat(
            TestDatabase.query(
                "select position from message where conversation_id = ? order by position",
                conversationId))
        .extracting(row -> row.get("position"))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 12).mapToObj(i -> (Object) (long) i).toList());
    assertThat(TestKafka.records(Topic.MESSAGES_RECEIVED.deadLetterName()))
        .noneMatch(record -> events.get(0).key().equals(record.key()));
  }

  @Test
  void batchesOfManyCustomersAtTheSameTimeLoseNothing() throws Exception {
    // Given
    Organisation organisation = Organisation.builder().agents(10, 10).build();
    organisation.agents().forEach(agent -> agent.becomes(Presence.AVAILABLE));
    List<Customer> customers =
        IntStream.range(0, 40).mapToObj(i -> organisation.customer()).toList();

    // When
    inParallel(
        6,
        i -> {
          List<Event<MessageReceived>> batch = new ArrayList<>();
          // Each in its own order, so that only the order of locks keeps them apart.
          for (int j = 0; j < customers.size(); j++) {
            batch.add(customers.get((j * (i + 1)) % customers.size()).message("Hello " + i));
          }
          inbound.receive(records(batch));
        });

    // Then
    assertThat(
            TestDatabase.number(
                "select count(*) from conversation where channel_address_id = ?",
                organisation.channelAddressId()))
        .isEqualTo(customersReached(organisation));
    assertThat(
            TestDatabase.number(
                "select count(*) from message m join conversation c on c.id = conversation_id where channel_address_id = ?",
                organisation.channelAddressId()))
        .isEqualTo(240);
    assertThat(TestKafka.records(Topic.MESSAGES_RECEIVED.deadLetterName()))
        .noneMatch(
            letter ->
                letter.key() != null
                    && letter.key().startsWith(organisation.channelAddressId() + "/"));
    await()
        .untilAsserted(
            () ->
                assertThat(
                        TestDatabase.number(
                            "select count(*) from conversation where channel_address_id = ? and offer_id is not null",
                            organisation.channelAddressId()))
                    .isEqualTo(20));
  }

  @Test
  void recordThatIsNoEventBecomesADeadLetterAndTheRestGoesOn() {
    // Given
    Organisation organisation = Organisation.standard();
    Customer customer = organisation.customer();
    String key = "poison-" + UUID.randomUUID();

    // When
    TestKafka.send(
        new ProducerRecord<>(TOPIC, key, "not an event".getBytes(StandardCharsets.UTF_8)));
    customer.writes("Hello");

    // Then
    assertThat(customer.awaitConversation()).isNotNull();
    ConsumerRecord<String, byte[]> letter = awaitDeadLetter(key);
    assertThat(letter.value()).isEqualTo("not an event".getBytes(StandardCharsets.UTF_8));
    assertThat(letter.headers().lastHeader("parley-dead-letter-reason")).isNotNull();
  }

  @Test
  void messageToAnAddressThatNobodyHasTakenUpIsDroppedAfterTheGraceAndTheRestGoesOn() {
    // Given
    Organisation organisation = Organisation.standard();
    Customer customer = organisation.customer();
    Event<MessageReceived> lost = customer.message("Hello", Instant.now());
    String key = UUID.randomUUID() + "/" + customer.number();
    MessageReceived data = lost.data();
    Event<MessageReceived> unknown =
        new Event<>(
            lost.id() + "-unknown",
            lost.source(),
            key,
            lost.time(),
            lost.traceParent(),
            key,
            new MessageReceived(
                data.accountId(),
                UUID.randomUUID(),
                data.channel(),
                data.provider(),
                data.providerMessageId(),
                data.from(),
                null,
                data.to(),
                data.text(),
                data.media(),
                null,
                null,
                null,
                null,
                data.profile(),
                null,
                data.attributes(),
                null,
                data.receivedAt()));

    // When
    TestKafka.send(unknown);
    customer.writes("Hello");

    // Then
    assertThat(customer.awaitConversation()).isNotNull();
    assertThat(awaitDrop(unknown.id()).data())
        .isEqualTo(
            new MessageDropped(
                data.accountId(),
                unknown.data().channelAddressId(),
                data.to(),
                DropReason.NO_CHANNEL_INSTANCE,
                1,
                data.receivedAt().truncatedTo(ChronoUnit.MICROS)));
    assertThat(TestKafka.records(Topic.MESSAGES_RECEIVED.deadLetterName()))
        .noneMatch(record -> key.equals(record.key()));
  }

  @Test
  void messageThatPostgreSqlRefusesBecomesADeadLetterAndTheRestGoesOn() {
    // Given
    Organisation organisation = Organisation.standard();
    Customer customer = organisation.customer();
    Event<MessageReceived> sound = customer.message("Hello");
    MessageReceived data = sound.data();
    String key = organisation.channelAddressId() + "/broken-" + UUID.randomUUID();

    // When
    TestKafka.send(
        new Event<>(
            sound.id() + "-broken",
            sound.source(),
            key,
            sound.time(),
            sound.traceParent(),
            key,
            new MessageReceived(
                data.accountId(),
                data.channelAddressId(),
                data.channel(),
                data.provider(),
                data.providerMessageId(),
                new CustomerAddress(CustomerAddress.Kind.NAME, "no\0name"),
                null,
                data.to(),
                data.text(),
                data.media(),
                null,
                null,
                null,
                null,
                data.profile(),
                null,
                data.attributes(),
                null,
                data.receivedAt())));
    customer.writes("Hello");

    // Then
    assertThat(awaitDeadLetter(key).key()).isEqualTo(key);
    assertThat(customer.awaitConversation()).isNotNull();
  }

  private static long customersReached(Organisation organisation) {
    return TestDatabase.number(
        "select count(distinct customer_address) from conversation where channel_address_id = ?",
        organisation.channelAddressId());
  }

  private static Event<?> awaitDrop(String eventId) {
    return await()
        .until(
            () ->
                TestKafka.events(Topic.MESSAGES_DROPPED).stream()
                    .filter(event -> event.id().equals(eventId + "/dropped"))
                    .toList(),
            drops -> !drops.isEmpty())
        .get(0);
  }

  private static ConsumerRecord<String, byte[]> awaitDeadLetter(String key) {
    return await()
        .until(
            () ->
                TestKafka.records(Topic.MESSAGES_RECEIVED.deadLetterName()).stream()
                    .filter(record -> key.equals(record.key()))
                    .toList(),
            letters -> !letters.isEmpty())
        .get(0);
  }

  /** A batch as it would come after a rebalance, when another instance still works on the same. */
  private static ConsumerRecords<String, byte[]> records(List<Event<MessageReceived>> events) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    for (Event<MessageReceived> event : events) {
      ProducerRecord<String, byte[]> sent = CloudEventCodec.encode(event);
      records.add(
          new ConsumerRecord<>(
              TOPIC,
              0,
              records.size(),
              0L,
              TimestampType.CREATE_TIME,
              0,
              sent.value().length,
              sent.key(),
              sent.value(),
              new RecordHeaders(sent.headers()),
              java.util.Optional.empty()));
    }
    return new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, 0), records), Map.of());
  }

  private static void inParallel(int times, java.util.function.IntConsumer action)
      throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int number = i;
        all.add(threads.submit(() -> action.accept(number)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
  }
}
