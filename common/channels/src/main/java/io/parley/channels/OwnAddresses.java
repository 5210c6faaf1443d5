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

  private static final Pattern PRINTABLE = Pattern.compile("[+0-9A-Za-z.:_-]{1,40}");

  private OwnAddresses() {}

  /** The address, if the account has it. */
  public static Optional<ChannelAddress> find(OpenAccount account, @Nullable String received) {
    return canonical(received)
        .flatMap(
            wanted ->
                account.addresses().stream()
                    .filter(ours -> canonical(ours.address()).equals(Optional.of(wanted)))
                    .findFirst());
  }

  /** What to say to an administrator when there is no such address. */
  public static String unknown(@Nullable String received) {
    String printable =
        received != null && PRINTABLE.matcher(received).matches() ? received : "(not printable)";
    return "the account has no address " + (received == null ? "(none given)" : printable);
  }

  private static Optional<String> canonical(@Nullable String address) {
    return CustomerNumbers.read(address, null).map(read -> read.address().value());
  }
}
