package io.parley.platform.file.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells public addresses from all others: private, loopback, link-local, unique-local, multicast,
 * shared (CGNAT), documentation and the rest of IANA's registries of special-purpose addresses (RFC
 * 6890), where clouds put their metadata services too. Forms of IPv6 that carry an IPv4 address
 * (mapped, NAT64, 6to4) are what that address is.
 */
final class PublicAddresses {

  private static final List<Block> SPECIAL =
      List.of(
          Block.of("0.0.0.0", 8),
          Block.of("10.0.0.0", 8),
          Block.of("100.64.0.0", 10),
          Block.of("127.0.0.0", 8),
          // Azure's host, with its metadata, has a public address.
          Block.of("168.63.129.16", 32),
          Block.of("169.254.0.0", 16),
          Block.of("172.16.0.0", 12),
          Block.of("192.0.0.0", 24),
          Block.of("192.0.2.0", 24),
          Block.of("192.88.99.0", 24),
          Block.of("192.168.0.0", 16),
          Block.of("198.18.0.0", 15),
          Block.of("198.51.100.0", 24),
          Block.of("203.0.113.0", 24),
          Block.of("224.0.0.0", 4),
          Block.of("240.0.0.0", 4),
          Block.of("2001::", 23),
          Block.of("2001:db8::", 32),
          Block.of("3fff::", 20));

  /** All global unicast addresses that have been given out. */
  private static final Block GLOBAL = Block.of("2000::", 3);

  private static final Block NAT64 = Block.of("64:ff9b::", 96);
  private static final Block SIX_TO_FOUR = Block.of("2002::", 16);

  private PublicAddresses() {}

  static boolean isPublic(InetAddress address) {
    return isPublic(address.getAddress());
  }

  private static boolean isPublic(byte[] address) {
    if (NAT64.contains(address) || isMapped(address)) {
      return isPublic(Arrays.copyOfRange(address, 12, 16));
    }
    if (SIX_TO_FOUR.contains(address)) {
      return isPublic(Arrays.copyOfRange(address, 2, 6));
    }
    return (address.length == 4 || GLOBAL.contains(address))
        && SPECIAL.stream().noneMatch(block -> block.contains(address));
  }

  /** ::ffff:a.b.c.d, which the JDK turns into IPv4 where it reads it, so no block can be made. */
  private static boolean isMapped(byte[] address) {
    return address.length == 16
        && address[10] == (byte) 0xff
        && address[11] == (byte) 0xff
        && Arrays.equals(address, 0, 10, new byte[10], 0, 10);
  }

  private static final class Block {

    private final byte[] prefix;
    private final int bits;

    private Block(byte[] prefix, int bits) {
      this.prefix = prefix;
      this.bits = bits;
    }

    static Block of(String literal, int bits) {
      try {
        return new Block(InetAddress.getByName(literal).getAddress(), bits);
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(literal, e);
      }
    }

    boolean contains(byte[] address) {
      if (address.length != prefix.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
