package io.parley.channels.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that a provider calls from, as an administrator lists them: single addresses,
 * networks such as {@code 192.0.2.0/24}, and ranges such as {@code 192.0.2.36-192.0.2.41}, of IPv4
 * or IPv6, separated by commas or blanks. No name is ever resolved.
 */
public final class CallerList {

  /** What an administrator may enter, roughly; {@link #parse} is exact. */
  public static final String PATTERN = "[0-9A-Fa-f.:/\\-, ]{2,4000}";

  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final Pattern BITS = Pattern.compile("[0-9]{1,3}");

  private final List<Range> ranges;

  private CallerList(List<Range> ranges) {
    this.ranges = List.copyOf(ranges);
  }

  /** Both ends belong to it; the arrays are equally long and never changed. */
  private record Range(byte[] first, byte[] last) {

    boolean contains(byte[] address) {
      return address.length == first.length
          && Arrays.compareUnsigned(first, address) <= 0
          && Arrays.compareUnsigned(address, last) <= 0;
    }
  }

  /** Reads a list; nothing if any of it is no address, network or range. */
  public static Optional<CallerList> parse(String entered) {
    List<Optional<Range>> ranges =
        Stream.of(entered.split("[,\\s]+"))
            .filter(entry -> !entry.isEmpty())
            .map(CallerList::range)
            .toList();
    return ranges.isEmpty() || ranges.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(new CallerList(ranges.stream().flatMap(Optional::stream).toList()));
  }

  /** Whether a caller is in the list; one without an address is not. */
  public boolean contains(@Nullable String caller) {
    return caller != null
        && address(caller)
            .map(address -> ranges.stream().anyMatch(range -> range.contains(address)))
            .orElse(false);
  }

  private static Optional<Range> range(String entry) {
    int slash = entry.indexOf('/');
    int dash = entry.indexOf('-');
    if (slash >= 0) {
      return address(entry.substring(0, slash))
          .flatMap(network -> network(network, entry.substring(slash + 1)));
    }
    Optional<byte[]> first = address(dash < 0 ? entry : entry.substring(0, dash));
    Optional<byte[]> last = dash < 0 ? first : address(entry.substring(dash + 1));
    return first.flatMap(
        from ->
            last.filter(to -> to.length == from.length && Arrays.compareUnsigned(from, to) <= 0)
                .map(to -> new Range(from, to)));
  }

  private static Optional<Range> network(byte[] address, String prefix) {
    if (!BITS.matcher(prefix).matches() || Integer.parseInt(prefix) > address.length * 8) {
      return Optional.empty();
    }
    int bits = Integer.parseInt(prefix);
    byte[] first = address.clone();
    byte[] last = address.clone();
    for (int i = 0; i < address.length; i++) {
      int host = 0xff >> Math.clamp(bits - i * 8L, 0, 8);
      first[i] &= (byte) ~host;
      last[i] |= (byte) host;
    }
    return Optional.of(new Range(first, last));
  }

  /** Only literals get as far as the resolver, which then asks nobody. */
  private static Optional<byte[]> address(String literal) {
    if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(literal).getAddress());
    } catch (UnknownHostException notAnAddress) {
      return Optional.empty();
    }
  }
}
