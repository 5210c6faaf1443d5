package io.parley.events.configuration;

import io.parley.events.Channel;
import io.parley.events.EmptyIfAbsent;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Access to one provider for one channel (domain/channels-and-accounts.md §1).
 *
 * @param id stable id
 * @param name what administrators call it
 * @param provider name of the provider, such as {@code twilio}
 * @param channel the channel it serves
 * @param accountKey unguessable token in the account's webhook URL
 * @param settings fields that are not secret, by name, such as {@code accountSid}
 * @param secrets secret fields by name, each encrypted for this account and this field, Base64
 * @param previousSecrets secret fields that were changed a short while ago, with the value before:
 *     webhooks are still accepted with it, calls to the provider no longer made
 * @param previousAccountKey the key before the last change of the webhook URL, while it still holds
 */
public record Account(
    UUID id,
    String name,
    String provider,
    Channel channel,
    String accountKey,
    Map<String, String> settings,
    Map<String, String> secrets,
    @EmptyIfAbsent Map<String, PreviousSecret> previousSecrets,
    @Nullable PreviousKey previousAccountKey)
    implements ConfigurationObject {

  /**
   * What a secret was before.
   *
   * @param ciphertext encrypted as the present value is
   * @param validUntil from when on it is no longer accepted
   */
  public record PreviousSecret(String ciphertext, Instant validUntil) {}

  /**
   * What the account key was before.
   *
   * @param accountKey the key
   * @param validUntil from when on nothing is at its URL any more
   */
  public record PreviousKey(String accountKey, Instant validUntil) {

    /** Says nothing of the key. */
    @Override
    public String toString() {
      return "PreviousKey[until " + validUntil + "]";
    }
  }

  public Account {
    settings = Map.copyOf(settings);
    secrets = Map.copyOf(secrets);
    previousSecrets = Map.copyOf(previousSecrets);
  }

  /** An account of which nothing was changed lately. */
  public Account(
      UUID id,
      String name,
      String provider,
      Channel channel,
      String accountKey,
      Map<String, String> settings,
      Map<String, String> secrets) {
    this(id, name, provider, channel, accountKey, settings, secrets, Map.of(), null);
  }

  @Override
  public Kind kind() {
    return Kind.ACCOUNT;
  }

  /** Says which account it is and nothing that opens it. */
  @Override
  public String toString() {
    return "Account[" + id + ", " + provider + ", " + channel + "]";
  }
}
