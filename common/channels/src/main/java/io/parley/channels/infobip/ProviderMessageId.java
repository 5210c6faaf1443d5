package io.parley.channels.infobip;

import io.parley.channels.wire.JsonFields;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Infobip's id of a message, which often is a number and always is a text of 200 at most. */
final class ProviderMessageId {

  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private ProviderMessageId() {}

  /** The id that an element is about. */
  static @Nullable String of(JsonFields fields) {
    String id = fields.peek("messageId");
    if (id == null || !FORM.matcher(id.strip()).matches()) {
      return null;
    }
    fields.drop("messageId");
    return id.strip();
  }
}
