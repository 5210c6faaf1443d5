package io.parley.admin.deadletter;

import io.parley.admin.configuration.Deed;
import io.parley.admin.configuration.Deeds;
import io.parley.events.Event;
import io.parley.events.TraceParent;
import io.parley.events.WebhookReplayed;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.parley.platform.time.Identifiers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Has webhooks read again. */
@ApplicationScoped
class Replays {

  private static final String SOURCE = "/parley/admin";

  /** Bytes. As Base64, with what is around it, it still fits into a record of 1 MiB. */
  private static final int LARGEST = 700_000;

  private final Deeds deeds;
  private final Identifiers identifiers;
  private final Clock clock;
  private final RandomGenerator random;

  Replays(Deeds deeds, Identifiers identifiers, Clock clock, RandomGenerator random) {
    this.deeds = deeds;
    this.identifiers = identifiers;
    this.clock = clock;
    this.random = random;
  }

  /**
   * What was replayed, for the audit.
   *
   * @param letter id of the dead letter
   * @param provider name of the provider
   * @param reason why it had not been understood
   */
  record Replayed(String letter, String provider, String reason) {}

  /**
   * Asks ingress to read a webhook again.
   *
   * @throws ProblemException if it is too large for an event
   */
  Uni<Void> replay(Letters.Whole whole, UUID author) {
    WebhookLetter letter = whole.letter();
    if (whole.body().length > LARGEST) {
      throw new ProblemException(
          ProblemType.TOO_LARGE, "Webhooks of up to " + LARGEST + " bytes can be replayed.");
    }
    Deed deed =
        new Deed(
            "REPLAYED",
            Kind.ACCOUNT,
            letter.accountId(),
            new Replayed(letter.id().toString(), letter.provider(), letter.reason()));
    return deeds.record(deed, author, event(whole, author));
  }

  private Event<WebhookReplayed> event(Letters.Whole whole, UUID author) {
    WebhookLetter letter = whole.letter();
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
            Base64.getEncoder().encodeToString(whole.body()),
            letter.receivedAt(),
            author.toString()));
  }
}
