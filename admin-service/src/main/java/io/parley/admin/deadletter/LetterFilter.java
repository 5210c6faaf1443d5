package io.parley.admin.deadletter;

import io.parley.admin.validation.Findings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are wanted.
 *
 * @param account those of this account
 * @param provider those of this provider
 * @param since those that were kept then or later
 */
record LetterFilter(Optional<UUID> account, Optional<String> provider, Optional<Instant> since) {

  private static final int LONGEST_PROVIDER = 40;

  /** Reads the query parameters as they came. */
  static LetterFilter parse(
      @Nullable String account,
      @Nullable String provider,
      @Nullable String since,
      Findings findings) {
    if (provider != null && provider.length() > LONGEST_PROVIDER) {
      findings.add("provider", "must be the name of a provider");
    }
    return new LetterFilter(
        uuid(account, findings), Optional.ofNullable(provider), instant(since, findings));
  }

  boolean wants(WebhookLetter letter) {
    return account.map(letter.accountId()::equals).orElse(true)
        && provider.map(letter.provider()::equals).orElse(true)
        && since.map(first -> !letter.keptAt().isBefore(first)).orElse(true);
  }

  private static Optional<UUID> uuid(@Nullable String text, Findings findings) {
    try {
      return Optional.ofNullable(text).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      findings.add("account", "must be the id of an account");
      return Optional.empty();
    }
  }

  private static Optional<Instant> instant(@Nullable String text, Findings findings) {
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
}
