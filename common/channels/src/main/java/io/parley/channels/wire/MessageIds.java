package io.parley.channels.wire;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Message ids as providers write them: ours that they give back, and their own. */
public final class MessageIds {

  private static final Pattern OURS =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** Wider than any provider's form: what is authentic is not lost because a form changes. */
  private static final Pattern THEIRS = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private MessageIds() {}

  /** Our id; nothing if the text is missing or cannot be one of ours. */
  public static @Nullable UUID ours(@Nullable String text) {
    return text != null && OURS.matcher(text.strip()).matches()
        ? UUID.fromString(text.strip())
        : null;
  }

  /** A provider's id: up to 200 printable characters of ASCII without blanks; nothing otherwise. */
  public static @Nullable String theirs(@Nullable String text) {
    return text != null && THEIRS.matcher(text.strip()).matches() ? text.strip() : null;
  }
}
