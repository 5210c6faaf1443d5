package io.parley.channels.google;

import io.parley.channels.OpenAccount;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Our addresses at Google: {@code brands/B/agents/A} on Business Messages, the agent's id alone on
 * RCS (providers/google-business-messages.md §1 and part II).
 */
final class GoogleAddresses {

  private static final String ID = "[A-Za-z0-9_.~-]{1,100}";
  private static final Pattern BRAND_AND_AGENT =
      Pattern.compile(
          "/?brands/("
              + ID
              + ")/agents/("
              + ID
              + ")|(?!brands\\b)("
              + ID
              + ")\\s*/\\s*("
              + ID
              + ")");
  private static final Pattern RCS_AGENT = Pattern.compile("(" + ID + ")(?:@rbm\\.goog)?");
  private static final Pattern PRINTABLE = Pattern.compile("[A-Za-z0-9_.~@/-]{1,220}");

  private GoogleAddresses() {}

  /** Our address as an administrator enters it, in canonical form. */
  static String entered(Channel channel, SenderType type, String entered) {
    if (type != SenderType.BUSINESS_AGENT) {
      throw new IllegalArgumentException("expected an agent");
    }
    return switch (channel) {
      case GOOGLE_BUSINESS_MESSAGES ->
          brandAndAgent(entered)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "expected brand id and agent id, such as"
                              + " brands/1b9d6bcd-harbor/agents/5f0c2a77-books"));
      case RCS ->
          rcsAgent(entered)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "expected the agent's id, such as harbor-books or"
                              + " harbor-books@rbm.goog"));
      case SMS, WHATSAPP, CUSTOM -> throw notServed(channel);
    };
  }

  /**
   * Our address that a call is about.
   *
   * @param agent as Google writes it
   */
  static Optional<ChannelAddress> ours(OpenAccount account, @Nullable String agent) {
    if (agent == null) {
      return Optional.empty();
    }
    return normal(account.channel(), agent)
        .flatMap(
            wanted ->
                account.addresses().stream()
                    .filter(
                        address ->
                            normal(account.channel(), address.address())
                                .filter(wanted::equals)
                                .isPresent())
                    .findFirst());
  }

  /** The path of an agent in Google's management API. */
  static Optional<String> brandAndAgent(String text) {
    Matcher matcher = BRAND_AND_AGENT.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean whole = matcher.group(1) != null;
    return Optional.of(
        "brands/" + matcher.group(whole ? 1 : 3) + "/agents/" + matcher.group(whole ? 2 : 4));
  }

  /** What may be said of an address that is not ours. */
  static String printable(@Nullable String agent) {
    return agent != null && PRINTABLE.matcher(agent).matches() ? agent : "(not printable)";
  }

  /** A channel that accounts of Google are never for. */
  static IllegalArgumentException notServed(Channel channel) {
    return new IllegalArgumentException("Google does not serve " + channel);
  }

  private static Optional<String> normal(Channel channel, String agent) {
    return switch (channel) {
      case GOOGLE_BUSINESS_MESSAGES -> brandAndAgent(agent);
      case RCS -> rcsAgent(agent);
      case SMS, WHATSAPP, CUSTOM -> Optional.empty();
    };
  }

  private static Optional<String> rcsAgent(String text) {
    Matcher matcher = RCS_AGENT.matcher(text.strip());
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
