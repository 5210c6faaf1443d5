package io.parley.channels;

import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An account with its secrets decrypted, for the time of one webhook or one call. It is never
 * stored, logged or serialised.
 *
 * @param id the account
 * @param channel the channel it serves
 * @param settings fields that are not secret
 * @param secrets secret fields in clear
 * @param addresses the account's channel addresses
 * @param earlier secret fields that were changed a short while ago, with the value before
 */
public record OpenAccount(
    UUID id,
    Channel channel,
    Map<String, String> settings,
    Map<String, String> secrets,
    List<ChannelAddress> addresses,
    Map<String, Earlier> earlier) {

  /** More fields than any provider has that are changed at the same time. */
  private static final int MOST_EARLIER = 4;

  /**
   * What a secret was before, in clear.
   *
   * @param validUntil from when on it is no longer accepted
   */
  public record Earlier(String secret, Instant validUntil) {

    /** Says nothing of the secret. */
    @Override
    public String toString() {
      return "Earlier[until " + validUntil + "]";
    }
  }

  /** An account of which nothing was changed lately. */
  public OpenAccount(
      UUID id,
      Channel channel,
      Map<String, String> settings,
      Map<String, String> secrets,
      List<ChannelAddress> addresses) {
    this(id, channel, settings, secrets, addresses, Map.of());
  }

  public OpenAccount {
    settings = Map.copyOf(settings);
    secrets = Map.copyOf(secrets);
    addresses = List.copyOf(addresses);
    earlier = Map.copyOf(earlier);
  }

  /** The secret fields whose earlier value is still accepted. */
  public Set<String> rotating(Instant now) {
    return earlier.entrySet().stream()
        .filter(e -> now.isBefore(e.getValue().validUntil()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The sets of secret fields that may be taken in their earlier value, the fewest first: a
   * provider may be told of one new secret and not yet of the other.
   */
  public List<Set<String>> rotations(Instant now) {
    List<String> fields = rotating(now).stream().limit(MOST_EARLIER).toList();
    return IntStream.range(1, 1 << fields.size())
        .boxed()
        .sorted(Comparator.comparing(Integer::bitCount))
        .<Set<String>>map(
            set ->
                IntStream.range(0, fields.size())
                    .filter(i -> (set & (1 << i)) != 0)
                    .mapToObj(fields::get)
                    .collect(Collectors.toCollection(TreeSet::new)))
        .toList();
  }

  /** The same account with the earlier values of these fields. */
  public OpenAccount before(Set<String> fields) {
    Map<String, String> former = new HashMap<>(secrets);
    earlier.forEach(
        (field, value) -> {
          if (fields.contains(field)) {
            former.put(field, value.secret());
          }
        });
    return new OpenAccount(id, channel, settings, former, addresses);
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
