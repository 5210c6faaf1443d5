package io.parley.events.configuration;

import io.parley.events.EmptyIfAbsent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An account that was deleted a short while ago: what its provider still sends is acknowledged and
 * dropped, so that the provider does not go on repeating it (domain/channels-and-accounts.md §10).
 *
 * @param id of this record; another than the account's, so that the two never replace each other
 * @param accountId the account
 * @param name what administrators called it
 * @param provider name of the provider
 * @param accountKey the token in its webhook URL
 * @param retiredAt when it was deleted
 * @param settings fields that were not secret: what the provider takes for success may depend on
 *     them
 */
public record RetiredAccount(
    UUID id,
    UUID accountId,
    String name,
    String provider,
    String accountKey,
    Instant retiredAt,
    @EmptyIfAbsent Map<String, String> settings)
    implements ConfigurationObject {

  /** How long late calls are acknowledged. */
  public static final Duration GRACE = Duration.ofDays(90);

  public RetiredAccount {
    settings = Map.copyOf(settings);
  }

  /** What remains of an account; the same id for the same account. */
  public static RetiredAccount of(Account account, Instant retiredAt) {
    String id = "retired/" + account.id();
    return new RetiredAccount(
        UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)),
        account.id(),
        account.name(),
        account.provider(),
        account.accountKey(),
        retiredAt,
        account.settings());
  }

  @Override
  public Kind kind() {
    return Kind.RETIRED_ACCOUNT;
  }

  /** Whether late calls are still acknowledged. */
  public boolean isKept(Instant now) {
    return now.isBefore(retiredAt.plus(GRACE));
  }

  /** Says which account it was, without the key. */
  @Override
  public String toString() {
    return "RetiredAccount[" + accountId + ", " + provider + "]";
  }
}
