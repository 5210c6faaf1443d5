package io.parley.events.configuration;

import io.parley.events.Channel;
import java.util.Map;
import java.util.UUID;

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
 */
public record Account(
    UUID id,
    String name,
    String provider,
    Channel channel,
    String accountKey,
    Map<String, String> settings,
    Map<String, String> secrets)
    implements ConfigurationObject {

  public Account {
    settings = Map.copyOf(settings);
    secrets = Map.copyOf(secrets);
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
