package io.parley.channels.custom;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.wire.Hmac;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The contract's signature: {@code Parley-Signature: t=SECONDS,v1=HEX}, where the hash is
 * HMAC-SHA256 with the shared secret over {@code SECONDS.DIRECTION.BODY}. The direction keeps a
 * call of ours from being sent back as one of theirs; the time ends what a recorded call is good
 * for.
 */
final class ContractSignature {

  static final String HEADER = "Parley-Signature";

  /** How far the clocks may be apart. */
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final Pattern FORM = Pattern.compile("t=([0-9]{1,11}),v1=([0-9a-fA-F]{64})");

  private ContractSignature() {}

  /** Who calls whom. */
  enum Direction {
    /** Parley calls the service. */
    OUTBOUND,
    /** The service calls Parley. */
    INBOUND
  }

  /** The value of the header. */
  static String sign(String secret, Direction direction, byte[] body, Instant now) {
    long seconds = now.getEpochSecond();
    return "t="
        + seconds
        + ",v1="
        + HexFormat.of().formatHex(Hmac.SHA256.of(key(secret), signed(seconds, direction, body)));
  }

  /** Why a header does not prove that the service calls; nothing if it does. */
  static Optional<String> refusal(
      Iterable<String> secrets, String header, byte[] body, Instant receivedAt) {
    Matcher given = FORM.matcher(header.strip());
    if (!given.matches()) {
      return Optional.of(HEADER + " is not of the form t=SECONDS,v1=HEX");
    }
    long seconds = Long.parseLong(given.group(1));
    if (Math.abs(receivedAt.getEpochSecond() - seconds) > TOLERANCE.toSeconds()) {
      return Optional.of(HEADER + " is more than five minutes away from our clock");
    }
    byte[] hash = HexFormat.of().parseHex(given.group(2));
    byte[] signed = signed(seconds, Direction.INBOUND, body);
    for (String secret : secrets) {
      if (Hmac.SHA256.matches(key(secret), signed, hash)) {
        return Optional.empty();
      }
    }
    return Optional.of(HEADER + " does not fit the body");
  }

  private static byte[] key(String secret) {
    return secret.getBytes(UTF_8);
  }

  private static byte[] signed(long seconds, Direction direction, byte[] body) {
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.writeBytes(
        (seconds + "." + direction.name().toLowerCase(Locale.ROOT) + ".").getBytes(UTF_8));
    signed.writeBytes(body);
    return signed.toByteArray();
  }
}
