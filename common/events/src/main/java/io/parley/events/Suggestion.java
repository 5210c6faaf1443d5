package io.parley.events;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Something a customer can tap beneath a message, on channels that show it
 * (providers/google-business-messages.md §5).
 *
 * @param kind what tapping does
 * @param text what the customer sees; at most 25 characters on most channels
 * @param postback what comes back when it is tapped: letters, digits, underscore and hyphen
 * @param url what {@link Kind#OPEN_URL} opens
 * @param phoneNumber what {@link Kind#DIAL} calls, E.164 with the plus sign
 */
public record Suggestion(
    Kind kind, String text, String postback, @Nullable URI url, @Nullable String phoneNumber) {

  /** What tapping does. */
  public enum Kind {
    /** Answers with the text. */
    REPLY,
    /** Opens a page. */
    OPEN_URL,
    /** Calls a number. */
    DIAL,
    /** Asks for a person. */
    LIVE_AGENT
  }

  public Suggestion {
    if ((kind == Kind.OPEN_URL) != (url != null)) {
      throw new IllegalArgumentException("OPEN_URL, and nothing else, has a url");
    }
    if ((kind == Kind.DIAL) != (phoneNumber != null)) {
      throw new IllegalArgumentException("DIAL, and nothing else, has a phoneNumber");
    }
  }
}
