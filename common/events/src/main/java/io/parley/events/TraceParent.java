package io.parley.events;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace context that an event carries from the webhook to the receipt, so that one search
 * shows the whole journey.
 *
 * @param value the header {@code traceparent}, version 00
 */
public record TraceParent(String value) {

  private static final Pattern FORM =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  public TraceParent {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a traceparent of version 00");
    }
  }

  /**
   * A well-formed header, or nothing: a broken one from outside is ignored, as the standard asks.
   */
  public static Optional<TraceParent> parse(@Nullable String header) {
    return header != null && FORM.matcher(header).matches()
        ? Optional.of(new TraceParent(header))
        : Optional.empty();
  }

  /** Begins a new trace. */
  public static TraceParent begin(RandomGenerator random) {
    byte[] ids = new byte[24];
    random.nextBytes(ids);
    ids[0] |= 1;
    ids[16] |= 1;
    String hex = HexFormat.of().formatHex(ids);
    return new TraceParent("00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-01");
  }
}
