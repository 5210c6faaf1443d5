package io.parley.channels;

import io.parley.events.configuration.ChannelAddress;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds which of an account's addresses a provider means on a channel of phone numbers, with or
 * without the plus sign. Both sides are read as {@link CustomerNumbers} reads a customer's.
 */
public final class OwnAddresses {

  private static final Pattern PRINTABLE = Pattern.compile("[+0-9A-Za-z.:_@-]{1,40}");

  private OwnAddresses() {}

  /** The address, if the account has it. */
  public static Optional<ChannelAddress> find(OpenAccount account, @Nullable String received) {
    return find(account, received, null);
  }

  /**
   * The address, if the account has it.
   *
   * @param region ISO 3166-1 alpha-2 of numbers that are written nationally, if any are
   */
  public static Optional<ChannelAddress> find(
      OpenAccount account, @Nullable String received, @Nullable String region) {
    return canonical(received, region)
        .flatMap(
            wanted ->
                account.addresses().stream()
                    .filter(ours -> canonical(ours.address(), null).equals(Optional.of(wanted)))
                    .findFirst());
  }

  /** What to say to an administrator when there is no such address. */
  public static String unknown(@Nullable String received) {
    return received == null
        ? "a message without our address"
        : "the account has no address " + printable(received);
  }

  /** Something that was received, for a reason: left out where it could be anything. */
  public static String printable(String received) {
    return PRINTABLE.matcher(received).matches() ? received : "(not printable)";
  }

  private static Optional<String> canonical(@Nullable String address, @Nullable String region) {
    return CustomerNumbers.read(address, region).map(read -> read.address().value());
  }
}
