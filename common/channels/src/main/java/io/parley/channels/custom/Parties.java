package io.parley.channels.custom;

import io.parley.channels.CustomerNumbers;
import io.parley.channels.CustomerNumbers.Customer;
import io.parley.channels.OpenAccount;
import io.parley.channels.OwnAddresses;
import io.parley.channels.wire.StorableText;
import io.parley.events.Channel;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerAddress.Kind;
import io.parley.events.configuration.ChannelAddress;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who writes to whom, as a provider of whatever kind writes it. */
final class Parties {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final int LONGEST = 200;

  private Parties() {}

  /**
   * A customer. On channels of your own an identity is opaque, unless it is a number with the plus
   * sign.
   *
   * @param region of numbers that are written nationally
   */
  static Optional<Customer> customer(
      Channel channel, @Nullable String from, @Nullable String region) {
    if (channel == Channel.SMS) {
      return CustomerNumbers.read(from, region);
    }
    String id = from == null ? "" : StorableText.of(from).strip();
    if (id.isBlank() || id.length() > LONGEST) {
      return Optional.empty();
    }
    Kind kind = E164.matcher(id).matches() ? Kind.PHONE_NUMBER : Kind.BUSINESS_SCOPED_ID;
    return Optional.of(new Customer(new CustomerAddress(kind, id), null));
  }

  /** Our address, however the provider writes a number. */
  static Optional<ChannelAddress> ours(
      OpenAccount account, @Nullable String to, @Nullable String region) {
    if (to == null) {
      return account.addresses().size() == 1
          ? Optional.of(account.addresses().getFirst())
          : Optional.empty();
    }
    Optional<ChannelAddress> exact = account.address(to.strip());
    return exact.isPresent() || account.channel() != Channel.SMS
        ? exact
        : OwnAddresses.find(account, to, region);
  }
}
