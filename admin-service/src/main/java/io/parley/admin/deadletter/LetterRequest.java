package io.parley.admin.deadletter;

import io.parley.admin.validation.Findings;
import io.parley.events.Topic;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of which list is wanted.
 *
 * @param page which part
 * @param topics letters of these topics
 * @param wanted which of their letters
 */
record LetterRequest(Part page, Set<Topic> topics, Predicate<Letter> wanted) {

  /** The topics on which ingress keeps webhooks that it did not understand. */
  private static final Set<Topic> WEBHOOKS =
      Set.of(Topic.MESSAGES_RECEIVED, Topic.MESSAGES_RECEIPTS);

  private static final int LONGEST_PROVIDER = 40;
  private static final int LONGEST_REASON = 2_001;

  LetterRequest {
    topics = Set.copyOf(topics);
  }

  /** The query parameters that every list has, as they came. */
  record Parameters(
      @Nullable String limit,
      @Nullable String after,
      @Nullable String since,
      @Nullable String state) {}

  /**
   * Which part of a list is wanted.
   *
   * @param limit at most this many, 1 to 200
   * @param after where the page before ended
   * @param since those that were kept then or later
   * @param state those in this state; in any when absent
   */
  record Part(
      int limit, Optional<Cursor> after, Optional<Instant> since, Optional<LetterState> state) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int HIGHEST_LIMIT = 200;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final String ALL = "ALL";

    private static Part parse(Parameters given, Findings findings) {
      return new Part(
          limit(given.limit(), findings),
          after(given.after(), findings),
          since(given.since(), findings),
          state(given.state(), findings));
    }

    private static int limit(@Nullable String limit, Findings findings) {
      if (limit == null) {
        return DEFAULT_LIMIT;
      }
      int number = NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
      if (number < 1 || number > HIGHEST_LIMIT) {
        findings.add("limit", "must be a number from 1 to " + HIGHEST_LIMIT);
      }
      return number;
    }

    private static Optional<Cursor> after(@Nullable String after, Findings findings) {
      try {
        return Optional.ofNullable(after).map(Cursor::parse);
      } catch (IllegalArgumentException e) {
        findings.add("after", "must be the value of 'next' of the page before");
        return Optional.empty();
      }
    }

    private static Optional<Instant> since(@Nullable String text, Findings findings) {
      try {
        // Milliseconds are what Kafka knows, and what a long can hold.
        return Optional.ofNullable(text)
            .map(OffsetDateTime::parse)
            .map(OffsetDateTime::toInstant)
            .map(instant -> Instant.ofEpochMilli(Math.max(0, instant.toEpochMilli())));
      } catch (DateTimeException | ArithmeticException e) {
        findings.add("since", "must be a time such as 2026-11-20T10:15:00Z");
        return Optional.empty();
      }
    }

    private static Optional<LetterState> state(@Nullable String text, Findings findings) {
      if (ALL.equals(text)) {
        return Optional.empty();
      }
      if (text == null) {
        return Optional.of(LetterState.OPEN);
      }
      Optional<LetterState> state =
          Arrays.stream(LetterState.values()).filter(each -> each.name().equals(text)).findFirst();
      if (state.isEmpty()) {
        findings.add("state", "must be OPEN, REPLAYED, DISCARDED or ALL");
      }
      return state;
    }
  }

  /**
   * Webhooks that ingress did not understand.
   *
   * @throws io.parley.platform.problem.ProblemException if a parameter is wrong
   */
  static LetterRequest webhooks(
      Parameters given, @Nullable String account, @Nullable String provider) {
    Findings findings = Findings.none();
    Part page = Part.parse(given, findings);
    if (provider != null && provider.length() > LONGEST_PROVIDER) {
      findings.add("provider", "must be the name of a provider");
    }
    Optional<UUID> accountId = uuid(account, findings);
    findings.refuseIfAny();
    return new LetterRequest(
        page,
        WEBHOOKS,
        letter ->
            letter instanceof WebhookLetter webhook
                && accountId.map(webhook.accountId()::equals).orElse(true)
                && (provider == null || webhook.provider().equals(provider))
                && isSince(page, letter));
  }

  /**
   * Letters of one topic.
   *
   * @throws io.parley.platform.problem.ProblemException if a parameter is wrong
   */
  static LetterRequest ofTopic(Topic topic, Parameters given, @Nullable String reason) {
    Findings findings = Findings.none();
    Part page = Part.parse(given, findings);
    if (reason != null && reason.length() > LONGEST_REASON) {
      findings.add("reason", "must be the reason of a letter");
    }
    findings.refuseIfAny();
    return new LetterRequest(
        page,
        Set.of(topic),
        letter -> (reason == null || letter.reason().equals(reason)) && isSince(page, letter));
  }

  private static boolean isSince(Part page, Letter letter) {
    return page.since().map(first -> !letter.keptAt().isBefore(first)).orElse(true);
  }

  private static Optional<UUID> uuid(@Nullable String text, Findings findings) {
    try {
      return Optional.ofNullable(text).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      findings.add("account", "must be the id of an account");
      return Optional.empty();
    }
  }
}
