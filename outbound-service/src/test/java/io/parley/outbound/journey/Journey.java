package io.parley.outbound.journey;

import static org.awaitility.Awaitility.await;

import io.parley.events.Channel;
import io.parley.events.ConsentSignal;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerProfile;
import io.parley.events.DeliveryState;
import io.parley.events.DeliveryUpdated;
import io.parley.events.Event;
import io.parley.events.EventData;
import io.parley.events.Media;
import io.parley.events.MessageContent;
import io.parley.events.MessageReceived;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import io.parley.events.ReplyRequested;
import io.parley.events.Topic;
import io.parley.events.TraceParent;
import io.parley.platform.configuration.ConfigurationView;
import io.parley.simulator.Simulator;
import io.parley.simulator.recording.MessageFilter;
import io.parley.simulator.recording.RecordedMessage;
import io.parley.simulator.twilio.AccountSettings;
import io.parley.simulator.twilio.NumberSettings;
import io.parley.testing.ServersResource;
import io.parley.testing.TestDatabase;
import io.parley.testing.TestKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of whole journeys share. Every test has its own business and customer. */
@QuarkusTestResource(
    value = ServersResource.class,
    initArgs = @ResourceArg(name = "schema", value = "outbound"))
@QuarkusTestResource(Ports.class)
abstract class Journey {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Random RANDOM = new Random();

  @SuppressWarnings("NullAway.Init")
  private static Simulator startedSimulator;

  @SuppressWarnings("NullAway.Init")
  private static MiniIngress ingress;

  @Inject
  @SuppressWarnings("NullAway.Init")
  ConfigurationView configuration;

  Business business = Business.on(Channel.SMS);
  String customer = "";
  UUID conversation = UUID.randomUUID();

  @BeforeEach
  void begin() {
    if (startedSimulator == null) {
      startedSimulator = Simulator.start(port("parley.providers.twilio.base-url"));
      ingress = new MiniIngress(URI.create(setting("parley.webhooks.public-url")));
    }
    MovableClock.run();
    simulator().faults();
    customer = newCustomer();
    conversation = UUID.randomUUID();
    business = newBusiness();
    set(business);
  }

  @AfterEach
  void end() {
    MovableClock.run();
    simulator().faults();
  }

  Channel channel() {
    return Channel.SMS;
  }

  /** The business of a test; Twilio's customer unless a test says otherwise. */
  Business newBusiness() {
    return Business.on(channel());
  }

  static Simulator simulator() {
    return startedSimulator;
  }

  /** Makes an account known to its simulated provider. */
  void register(Business with) {
    simulator()
        .twilio()
        .putAccount(
            with.accountSid(),
            AccountSettings.of(with.authToken())
                .with(
                    with.account().channel() == Channel.SMS
                        ? NumberSettings.sms(with.address().address(), null)
                        : NumberSettings.whatsApp(with.address().address(), null))
                .withReadReceipts());
  }

  /** Where the account's provider calls. */
  static String webhook(Business with) {
    return setting("parley.webhooks.public-url")
        + "/webhooks/"
        + with.account().provider()
        + "/"
        + with.account().accountKey();
  }

  void set(Business with) {
    register(with);
    ingress.knows(with.account().accountKey(), with.open());
    with.publish();
    await()
        .atMost(PATIENCE)
        .until(() -> configuration.current().channelAddress(with.address().id()).isPresent());
  }

  static String newCustomer() {
    return "+14255" + (20 + RANDOM.nextInt(80)) + (1000 + RANDOM.nextInt(9000));
  }

  static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }

  private static int port(String name) {
    return URI.create(setting(name)).getPort();
  }

  UUID reply(String text) {
    return reply(MessageContent.ofText(text), null);
  }

  UUID reply(MessageContent content, @Nullable Instant lastCustomerMessageAt) {
    ReplyRequested reply =
        new ReplyRequested(
            UUID.randomUUID(),
            conversation,
            business.address().id(),
            to(),
            content,
            "agent",
            Instant.now(),
            lastCustomerMessageAt);
    send(reply);
    return reply.messageId();
  }

  CustomerAddress to() {
    return new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, customer);
  }

  static void send(ReplyRequested reply) {
    TestKafka.send(
        new Event<>(
            reply.messageId().toString(),
            "/parley/routing",
            reply.conversationId().toString(),
            reply.requestedAt(),
            TraceParent.begin(RANDOM),
            reply.conversationId().toString(),
            reply));
  }

  void customerWrites(String text, @Nullable ConsentSignal consent, Instant at) {
    customerSends(message(text, consent, at, null, List.of()));
  }

  /** What the customer writes, with an id of its own. */
  MessageReceived message(
      String text,
      @Nullable ConsentSignal consent,
      Instant at,
      @Nullable String replyTo,
      List<Media> media) {
    return new MessageReceived(
        business.account().id(),
        business.address().id(),
        business.account().channel(),
        business.account().provider(),
        "SM" + Business.hex(16),
        to(),
        replyTo,
        business.address().address(),
        text,
        media,
        null,
        null,
        null,
        null,
        CustomerProfile.UNKNOWN,
        consent,
        Map.of(),
        null,
        at);
  }

  /** Tells outbound what the customer wrote, and waits until it knows. */
  void customerSends(MessageReceived message) {
    long before = customersTold();
    tell(message.accountId() + "/" + message.providerMessageId(), message.receivedAt(), message);
    await()
        .atMost(PATIENCE)
        .until(() -> customersTold() > before || isOlderNews(message.receivedAt()));
  }

  /** Puts something that the customer did on its topic. */
  void tell(String id, Instant at, EventData data) {
    String key = business.address().id() + "/" + customer;
    TestKafka.send(
        new Event<>(id, "/parley/ingress", key, at, TraceParent.begin(RANDOM), key, data));
  }

  private long customersTold() {
    return TestDatabase.number(
        "select coalesce(sum(extract(epoch from last_inbound_at) * 1000), 0)::bigint"
            + " from send_window where channel_address_id = ? and customer_address = ?",
        business.address().id(),
        customer);
  }

  private boolean isOlderNews(Instant at) {
    return customersTold() >= at.toEpochMilli();
  }

  void receipt(
      @Nullable UUID messageId, String sid, ReceiptStatus status, @Nullable String errorCode) {
    MiniIngress.publish(
        new ReceiptReceived(
            business.account().id(),
            business.account().provider(),
            sid,
            messageId,
            status,
            status.name().toLowerCase(java.util.Locale.ROOT),
            errorCode,
            null,
            null,
            Map.of(),
            Instant.now()));
  }

  static List<DeliveryUpdated> updates(UUID messageId) {
    return TestKafka.data(Topic.DELIVERIES, DeliveryUpdated.class).stream()
        .filter(update -> update.messageId().equals(messageId))
        .toList();
  }

  static List<DeliveryState> states(UUID messageId) {
    return updates(messageId).stream().map(DeliveryUpdated::state).toList();
  }

  static DeliveryUpdated latest(UUID messageId) {
    return updates(messageId).getLast();
  }

  static DeliveryUpdated awaitState(UUID messageId, DeliveryState... any) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(
            () ->
                org.assertj.core.api.Assertions.assertThat(states(messageId))
                    .isNotEmpty()
                    .last()
                    .isIn((Object[]) any));
    return latest(messageId);
  }

  List<String> taken() {
    return takenMessages().stream().map(RecordedMessage::body).toList();
  }

  List<RecordedMessage> takenMessages() {
    List<RecordedMessage> taken = new ArrayList<>();
    for (String to : Arrays.asList(customer, "whatsapp:" + customer, customer.substring(1))) {
      taken.addAll(simulator().messages(MessageFilter.to(to)));
    }
    return taken;
  }

  String sidOf(UUID messageId) {
    return TestDatabase.query("select provider_message_id from message where id = ?", messageId)
            .getFirst()
            .get("provider_message_id")
        + "";
  }
}
