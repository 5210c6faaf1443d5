package io.parley.channels.linkmobility;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is said of things that the account does not know. */
final class NotOurs {

  private static final Pattern PRINTABLE = Pattern.compile("[+0-9A-Za-z._-]{1,40}");

  private NotOurs() {}

  /** An address that is not ours. */
  static String address(@Nullable String received) {
    return received == null
        ? "a message without our address"
        : "the account has no address " + printable(received);
  }

  /** The text, if it can be shown without harm. */
  static String printable(String text) {
    return PRINTABLE.matcher(text).matches() ? text : "(not printable)";
  }
}
