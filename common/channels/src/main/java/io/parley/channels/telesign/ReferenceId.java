package io.parley.channels.telesign;

import io.parley.channels.wire.JsonFields;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * TeleSign's id of a message, 32 hexadecimal digits. The check is wider than that: what TeleSign
 * has signed is not lost because it introduces another form.
 */
final class ReferenceId {

  private static final Pattern FORM = Pattern.compile("[0-9A-Za-z_-]{1,64}");

  private ReferenceId() {}

  /** The id that a call or an answer is about. */
  static @Nullable String of(JsonFields fields) {
    String id = fields.peek("reference_id");
    if (id == null || !FORM.matcher(id.strip()).matches()) {
      return null;
    }
    fields.drop("reference_id");
    return id.strip();
  }
}
