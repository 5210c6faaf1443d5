package io.parley.channels;

import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An account with its secrets decrypted, for the time of one webhook or one call. It is never
 * stored, logged or serialised.
 *
 * @param id the account
 * @param channel the channel it serves
 * @param settings fields that are not secret
 * @param secrets secret fields in clear
 * @param addresses the account's channel addresses
 */
public record OpenAccount(
    UUID id,
    Channel channel,
    Map<String, String> settings,
    Map<String, String> secrets,
    List<ChannelAddress> addresses) {

  public OpenAccount {
    settings = Map.copyOf(settings);
    secrets = Map.copyOf(secrets);
    addresses = List.copyOf(addresses);
  }

  /** A setting that an account of this provider always has. */
  public String setting(String name) {
    return optionalSetting(name)
        .orElseThrow(() -> new IllegalStateException("account " + id + " has no " + name));
  }

  /** A setting that may be missing. */
  public Optional<String> optionalSetting(String name) {
    return Optional.ofNullable(settings.get(name));
  }

  /** A secret that an account of this provider always has. */
  public String secret(String name) {
    return optionalSecret(name)
        .orElseThrow(() -> new IllegalStateException("account " + id + " has no " + name));
  }

  /** A secret that may be missing. */
  public Optional<String> optionalSecret(String name) {
    return Optional.ofNullable(secrets.get(name));
  }

  /** Our address with this canonical form, if the account has it. */
  public Optional<ChannelAddress> address(String canonical) {
    return addresses.stream().filter(address -> address.address().equals(canonical)).findFirst();
  }

  /** Says which account it is and nothing that opens it. */
  @Override
  public String toString() {
    return "OpenAccount[" + id + ", " + channel + "]";
  }
}
