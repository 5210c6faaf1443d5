package io.parley.channels.wire;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Our message ids as providers give them back. */
public final class MessageIds {

  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private MessageIds() {}

  /** The id; nothing if the text is missing or cannot be one of ours. */
  public static @Nullable UUID read(@Nullable String text) {
    return text != null && FORM.matcher(text.strip()).matches()
        ? UUID.fromString(text.strip())
        : null;
  }
}
