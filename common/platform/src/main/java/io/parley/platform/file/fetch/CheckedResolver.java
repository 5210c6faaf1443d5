package io.parley.platform.file.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names for the HTTP client, which connects to exactly these addresses, so a name that
 * changes its address between check and connection gains nothing. A name with even one address that
 * is not public is refused.
 */
final class CheckedResolver implements DnsResolver {

  /** Each address that does not answer costs a connection time limit. */
  private static final int MOST_ADDRESSES = 4;

  private final DnsResolver resolver;
  private final Set<String> allowedHosts;

  CheckedResolver(DnsResolver resolver, Set<String> allowedHosts) {
    this.resolver = resolver;
    this.allowedHosts =
        allowedHosts.stream().map(CheckedResolver::plain).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    String name = plain(host);
    InetAddress[] addresses = resolver.resolve(name);
    if (addresses == null || addresses.length == 0) {
      throw new UnknownHostException(name);
    }
    if (!allowedHosts.contains(name)
        && !Arrays.stream(addresses).allMatch(PublicAddresses::isPublic)) {
      throw new ForbiddenAddressException(name);
    }
    return Arrays.copyOf(addresses, Math.min(addresses.length, MOST_ADDRESSES));
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  private static String plain(String host) {
    return host.strip().replaceAll("^\\[|\\]$", "").toLowerCase(Locale.ROOT);
  }
}
