package io.parley.outbound.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.DeliveryState;
import io.parley.events.Event;
import io.parley.events.Media;
import io.parley.events.MediaRequested;
import io.parley.events.MediaUpdated;
import io.parley.events.MediaUpdated.State;
import io.parley.events.MessageReceived;
import io.parley.events.Topic;
import io.parley.events.TraceParent;
import io.parley.platform.file.FileStore;
import io.parley.platform.file.StoredFile;
import io.parley.simulator.twilio.AccountSettings;
import io.parley.simulator.twilio.InboundOrderBuilder;
import io.parley.simulator.twilio.NumberSettings;
import io.parley.testing.TestDatabase;
import io.parley.testing.TestKafka;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What customers attach. */
@QuarkusTest
class MediaTest extends Journey {

  private static final int MOST_ATTEMPTS = 3;
  private static final int MOST_PER_ACCOUNT = 2;

  @Inject
  @SuppressWarnings("NullAway.Init")
  FileStore store;

  private final FileHost host = new FileHost();

  @AfterEach
  void stopHost() {
    host.close();
  }

  private UUID customerAttaches(URI url) {
    MessageReceived message =
        message("look", null, Instant.now(), null, List.of(new Media(url, "image/png")));
    customerSends(message);
    return message.mediaId(0);
  }

  private static List<MediaUpdated> mediaUpdates(UUID media) {
    return TestKafka.data(Topic.MEDIA, MediaUpdated.class).stream()
        .filter(update -> update.mediaId().equals(media))
        .toList();
  }

  private static MediaUpdated awaitMedia(UUID media, State state) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(
            () ->
                assertThat(mediaUpdates(media))
                    .isNotEmpty()
                    .last()
                    .extracting(MediaUpdated::state)
                    .isEqualTo(state));
    return mediaUpdates(media).getLast();
  }

  private void request(UUID media, Instant at) {
    MediaRequested request = new MediaRequested(media, conversation, "agent", at);
    TestKafka.send(
        new Event<>(
            media + "/" + at,
            "/parley/routing",
            conversation.toString(),
            at,
            TraceParent.begin(new Random()),
            conversation.toString(),
            request));
  }

  /** Replies come on the same topic and key, so what stood before one has been read. */
  private void awaitRequestsRead() {
    awaitState(reply("read until here"), DeliveryState.SENT, DeliveryState.DELIVERED);
  }

  @Test
  void attachmentIsStoredUnderItsId() throws IOException {
    // Given
    URI url = host.at("/cat.png", FileHost.file(FileHost.PICTURE, "image/png"));

    // When
    UUID media = customerAttaches(url);
    MediaUpdated stored = awaitMedia(media, State.STORED);

    // Then
    assertThat(store.find(media)).map(StoredFile::size).contains((long) FileHost.PICTURE.length);
    assertThat(stored.contentType()).isEqualTo("image/png");
    assertThat(stored.fileName()).isEqualTo("cat.png");
    assertThat(stored.size()).isEqualTo(FileHost.PICTURE.length);
    assertThat(stored.customer()).isEqualTo(customer);
    assertThat(stored.attempts()).isEqualTo(1);
    assertThat(mediaUpdates(media)).extracting(MediaUpdated::version).containsExactly(1L, 2L);
  }

  @Test
  void messageThatComesTwiceIsFetchedOnce() {
    // Given
    URI url = host.at("/once.png", FileHost.file(FileHost.PICTURE, "image/png"));
    MessageReceived message =
        message("look", null, Instant.now(), null, List.of(new Media(url, "image/png")));
    customerSends(message);
    awaitMedia(message.mediaId(0), State.STORED);

    // When
    tell("again", message.receivedAt(), message);
    customerWrites("and then", null, Instant.now());

    // Then
    assertThat(mediaUpdates(message.mediaId(0))).hasSize(2);
    assertThat(host.seen()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {503, 429, 404})
  void failureIsShownWithTheNextAttemptAndRepaired(int status) {
    // Given
    URI url =
        host.at("/late.png", FileHost.status(status), FileHost.file(FileHost.PICTURE, "image/png"));

    // When
    UUID media = customerAttaches(url);
    MediaUpdated stored = awaitMedia(media, State.STORED);

    // Then
    assertThat(stored.attempts()).isEqualTo(2);
    assertThat(mediaUpdates(media).get(1))
        .satisfies(
            waiting -> {
              assertThat(waiting.state()).isEqualTo(State.PENDING);
              assertThat(waiting.reason()).contains(Integer.toString(status));
              assertThat(waiting.nextAttemptAt()).isAfterOrEqualTo(waiting.changedAt());
            });
  }

  @Test
  void afterTheLastAttemptItIsUnavailableUntilSomebodyAsks() {
    // Given
    URI url =
        host.at(
            "/broken.png",
            FileHost.status(500),
            FileHost.status(500),
            FileHost.status(500),
            FileHost.file(FileHost.PICTURE, "image/png"));
    UUID media = customerAttaches(url);
    MediaUpdated unavailable = awaitMedia(media, State.UNAVAILABLE);

    // When
    request(media, Instant.now());
    MediaUpdated stored = awaitMedia(media, State.STORED);

    // Then
    assertThat(unavailable.attempts()).isEqualTo(MOST_ATTEMPTS);
    assertThat(unavailable.reason()).endsWith("given up after 3 attempts.");
    assertThat(stored.attempts()).isEqualTo(MOST_ATTEMPTS + 1);
    assertThat(stored.version()).isEqualTo(unavailable.version() + 2);
  }

  @Test
  void requestThatIsReadTwiceHasOneEffect() {
    // Given
    URI url = host.at("/gone.png", FileHost.status(410));
    UUID media = customerAttaches(url);
    awaitMedia(media, State.UNAVAILABLE);
    Instant asked = Instant.now();
    request(media, asked);
    await().until(() -> mediaUpdates(media).size() == 4);

    // When
    request(media, asked);
    awaitRequestsRead();

    // Then
    assertThat(mediaUpdates(media))
        .extracting(MediaUpdated::state)
        .containsExactly(State.PENDING, State.UNAVAILABLE, State.PENDING, State.UNAVAILABLE);
    assertThat(host.seen()).hasSize(2);
  }

  @Test
  void whatIsStoredOrRefusedIsNotFetchedAgain() {
    // Given
    UUID stored = customerAttaches(host.at("/a.png", FileHost.file(FileHost.PICTURE, "image/png")));
    UUID refused =
        customerAttaches(
            host.at(
                "/b.png",
                FileHost.file("#!/bin/sh\nexit".getBytes(StandardCharsets.UTF_8), "image/png")));
    awaitMedia(stored, State.STORED);
    MediaUpdated why = awaitMedia(refused, State.REFUSED);

    // When
    request(stored, Instant.now());
    request(refused, Instant.now());
    awaitRequestsRead();

    // Then
    assertThat(why.reason()).contains("not allowed");
    assertThat(mediaUpdates(stored)).hasSize(2);
    assertThat(mediaUpdates(refused)).hasSize(2);
    assertThat(host.seen()).hasSize(2);
  }

  @Test
  void withoutItsAccountItIsUnavailable() {
    // Given
    Business known = business;
    business = Business.on(channel());

    // When
    UUID media = customerAttaches(host.at("/x.png", FileHost.status(200)));
    MediaUpdated unavailable = awaitMedia(media, State.UNAVAILABLE);
    business = known;

    // Then
    assertThat(unavailable.reason()).contains("not set up any more");
    assertThat(host.seen()).isEmpty();
  }

  @Test
  void providersHostGetsTheAccountsCredentialsWhereverItIs() throws IOException {
    // Given
    URI atTwilio =
        URI.create("https://api.twilio.com/2010-04-01/Accounts/" + business.accountSid() + ".json");

    // When
    UUID media = customerAttaches(atTwilio);
    awaitMedia(media, State.STORED);

    // Then
    assertThat(store.find(media)).map(StoredFile::contentType).contains("application/json");
  }

  @Test
  void pictureOfACustomerOfTwilioComesThroughItsRedirect() {
    // Given
    simulator()
        .twilio()
        .putAccount(
            business.accountSid(),
            AccountSettings.of(business.authToken())
                .with(NumberSettings.sms(business.address().address(), webhook(business))));

    // When
    simulator()
        .twilio()
        .receive(
            new InboundOrderBuilder(business.accountSid(), customer, business.address().address())
                .body("look")
                .media(null, "image/jpeg")
                .build());

    // Then
    await().untilAsserted(() -> assertThat(ofBusiness()).isNotEmpty());
    MediaUpdated stored = awaitMedia(ofBusiness().getFirst().mediaId(), State.STORED);
    assertThat(stored.contentType()).isEqualTo("image/jpeg");
    assertThat(stored.attempts()).isEqualTo(1);
  }

  private List<MediaUpdated> ofBusiness() {
    return TestKafka.data(Topic.MEDIA, MediaUpdated.class).stream()
        .filter(update -> update.accountId().equals(business.account().id()))
        .toList();
  }

  @Test
  void otherHostsGetNoCredentials() {
    // When
    UUID media = customerAttaches(host.at("/c.png", FileHost.file(FileHost.PICTURE, "image/png")));
    awaitMedia(media, State.STORED);

    // Then
    assertThat(host.seen()).containsExactly(new FileHost.Seen("/c.png", null));
  }

  @Test
  void credentialsOfOneAccountDoNotOpenWhatIsAnothers() {
    // Given
    Business other = Business.on(channel());
    set(other);

    // When
    UUID media =
        customerAttaches(
            URI.create(
                "https://api.twilio.com/2010-04-01/Accounts/" + other.accountSid() + ".json"));
    MediaUpdated unavailable = awaitMedia(media, State.UNAVAILABLE);

    // Then
    assertThat(unavailable.reason()).contains("(404)");
  }

  @Test
  void nobodyWaitsForAFileThatHangs() {
    // Given
    CountDownLatch open = new CountDownLatch(1);
    URI hanging = host.at("/hanging.png", FileHost.pictureAfter(open));
    for (int i = 0; i < 2 * MOST_PER_ACCOUNT; i++) {
      customerAttaches(hanging);
    }
    await().until(() -> host.seen().size() == MOST_PER_ACCOUNT);

    // When
    UUID text = reply("meanwhile");
    awaitState(text, DeliveryState.DELIVERED);
    business = Business.on(channel());
    set(business);
    UUID quick = customerAttaches(host.at("/q.png", FileHost.file(FileHost.PICTURE, "image/png")));
    MediaUpdated stored = awaitMedia(quick, State.STORED);
    open.countDown();

    // Then
    assertThat(stored.attempts()).isEqualTo(1);
    assertThat(host.seen())
        .filteredOn(seen -> seen.path().equals("/hanging.png"))
        .hasSizeBetween(2, 4);
  }

  /** The state that a dead instance leaves: the attempt is recorded, its lease has expired. */
  private UUID leftBehind(URI url, int attempts) {
    UUID media = UUID.randomUUID();
    TestDatabase.update(
        "insert into media (id, account_id, channel_address_id, customer_address,"
            + " provider_message_id, place, url, stated_type, traceparent, taken_at, version,"
            + " attempts, attempts_before, since, changed_at, state, due_at)"
            + " values (?, ?, ?, ?, 'MM1', 0, ?, 'image/png',"
            + " '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', now(), 1, ?, 0, now(),"
            + " now(), 'FETCHING', now())",
        media,
        business.account().id(),
        business.address().id(),
        customer,
        url.toString(),
        attempts);
    return media;
  }

  @Test
  void attemptOfADeadInstanceIsMadeAgain() {
    // When
    UUID media = leftBehind(host.at("/d.png", FileHost.file(FileHost.PICTURE, "image/png")), 1);
    MediaUpdated stored = awaitMedia(media, State.STORED);

    // Then
    assertThat(stored.attempts()).isEqualTo(2);
  }

  @Test
  void fileThatKillsItsInstanceIsGivenUp() {
    // When
    UUID media = leftBehind(host.at("/killer.png", FileHost.status(200)), MOST_ATTEMPTS);
    MediaUpdated unavailable = awaitMedia(media, State.UNAVAILABLE);

    // Then
    assertThat(unavailable.reason()).contains("interrupted");
    assertThat(host.seen()).isEmpty();
  }
}
