package io.parley.admin.deadletter;

import io.parley.admin.audit.AuditTrail;
import io.parley.admin.audit.Line;
import io.parley.admin.configuration.Deeds;
import io.parley.events.Event;
import io.parley.events.TraceParent;
import io.parley.events.WebhookReplayed;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.parley.platform.time.Identifiers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Has dead letters handled again, or puts them aside. Each with its line in the audit. */
@ApplicationScoped
class Replays {

  static final String SOURCE = "/parley/admin";

  /** What dead letters are called in the audit. */
  static final String KIND = "DEAD_LETTER";

  private static final String REPLAYED = "REPLAYED";

  /** Bytes. As Base64, with what is around it, it still fits into a record of 1 MiB. */
  private static final int LARGEST = 700_000;

  private final Deeds deeds;
  private final AuditTrail trail;
  private final Marks marks;
  private final Identifiers identifiers;
  private final Clock clock;
  private final RandomGenerator random;

  Replays(
      Deeds deeds,
      AuditTrail trail,
      Marks marks,
      Identifiers identifiers,
      Clock clock,
      RandomGenerator random) {
    this.deeds = deeds;
    this.trail = trail;
    this.marks = marks;
    this.identifiers = identifiers;
    this.clock = clock;
    this.random = random;
  }

  /**
   * What was replayed, for the audit.
   *
   * @param letter id of the dead letter
   * @param provider name of the provider; absent when it was a record
   * @param reason why it had not been understood
   * @param corrected whether other data were published than the letter has
   */
  record Replayed(String letter, @Nullable String provider, String reason, boolean corrected) {}

  /**
   * What was put aside, for the audit.
   *
   * @param letter why it had been kept
   * @param why nothing is to be done
   */
  record Discarded(String letter, String why) {}

  /**
   * What were replayed together, for the audit.
   *
   * @param replay id of the replay
   * @param reason what they share
   * @param letters their ids
   */
  record ReplayedTogether(UUID replay, String reason, List<String> letters) {}

  /**
   * What is published for a letter.
   *
   * @throws ProblemException if it cannot be published as it is
   */
  Event<?> event(Letters.Whole whole, UUID author) {
    return switch (whole.letter()) {
      case WebhookLetter webhook -> webhook(webhook, whole.body(), author);
      case RecordLetter letter -> EventReading.asItIs(letter.id(), whole.record());
    };
  }

  /**
   * Publishes a letter once more.
   *
   * @throws ProblemException if it cannot be published, or the correction does not fit
   */
  Uni<Void> replay(Letters.Whole whole, @Nullable Correction correction, UUID author) {
    Event<?> event;
    boolean corrected;
    if (correction != null && correction.payload() != null) {
      event = corrected(whole, correction);
      corrected = true;
    } else {
      event = event(whole, author);
      corrected = false;
    }
    Letter letter = whole.letter();
    return deeds.record(
        line(letter, corrected, author),
        () -> marks.put(List.of(letter), LetterState.REPLAYED, author, null),
        List.of(event));
  }

  /** Publishes letters that share a reason, together. */
  Uni<Void> replay(
      UUID replay, String reason, List<Letter> letters, List<Event<?>> events, UUID author) {
    ReplayedTogether together =
        new ReplayedTogether(
            replay, reason, letters.stream().map(letter -> letter.id().toString()).toList());
    String topic = letters.getFirst().id().topic().topicName();
    return deeds.record(
        Line.of(author, REPLAYED, KIND, topic, together),
        () -> marks.put(letters, LetterState.REPLAYED, author, null),
        events);
  }

  /** Puts a letter aside for good. */
  Uni<Void> discard(Letter letter, String why, UUID author) {
    return deeds.record(
        Line.of(
            author, "DISCARDED", KIND, letter.id().toString(), new Discarded(letter.reason(), why)),
        () -> marks.put(List.of(letter), LetterState.DISCARDED, author, why),
        List.of());
  }

  /** Leaves a line about somebody who looks at a whole letter, personal data and all. */
  Uni<Void> seen(Letter letter, UUID author) {
    return trail.note(Line.of(author, "READ", KIND, letter.id().toString(), null));
  }

  private Event<?> corrected(Letters.Whole whole, Correction correction) {
    if (whole.letter() instanceof WebhookLetter) {
      throw ProblemException.invalid(
          "/payload", "what a provider called with is read again as it was");
    }
    return EventReading.corrected(
        whole.letter().id(),
        whole.record(),
        Objects.requireNonNull(correction.payload()),
        correction.type(),
        random);
  }

  private static Line line(Letter letter, boolean corrected, UUID author) {
    String id = letter.id().toString();
    return switch (letter) {
      case WebhookLetter webhook ->
          new Line(
              author,
              REPLAYED,
              "ACCOUNT",
              webhook.accountId(),
              id,
              null,
              new Replayed(id, webhook.provider(), letter.reason(), corrected));
      case RecordLetter ignored ->
          Line.of(author, REPLAYED, KIND, id, new Replayed(id, null, letter.reason(), corrected));
    };
  }

  private Event<WebhookReplayed> webhook(WebhookLetter letter, byte[] body, UUID author) {
    if (body.length > LARGEST) {
      throw new ProblemException(
          ProblemType.TOO_LARGE, "Webhooks of up to " + LARGEST + " bytes can be replayed.");
    }
    String account = letter.accountId().toString();
    return new Event<>(
        letter.id() + "/" + identifiers.next(),
        SOURCE,
        account,
        clock.instant(),
        TraceParent.parse(letter.traceParent()).orElseGet(() -> TraceParent.begin(random)),
        account,
        new WebhookReplayed(
            letter.accountId(),
            letter.provider(),
            letter.method(),
            letter.subPath(),
            letter.query().isEmpty() ? null : letter.query(),
            letter.contentType().isEmpty() ? null : letter.contentType(),
            Base64.getEncoder().encodeToString(body),
            letter.receivedAt(),
            author.toString()));
  }
}
