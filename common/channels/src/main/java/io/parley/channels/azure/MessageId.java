package io.parley.channels.azure;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Azure's id of a message: opaque, in several forms (providers/azure-communication-services.md §2
 * and §4.2).
 */
final class MessageId {

  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private MessageId() {}

  /** Whether this can be one. */
  static boolean isOne(String value) {
    return FORM.matcher(value).matches();
  }

  /** The id that an event's data name. */
  static Optional<String> take(EventFields data) {
    Optional<String> id = peek(data, "messageId");
    if (id.isPresent()) {
      data.drop("messageId");
    }
    return id;
  }

  /** An id that stays among the rest. */
  static Optional<String> peek(EventFields fields, String name) {
    return Optional.ofNullable(fields.peek(name)).map(String::strip).filter(MessageId::isOne);
  }
}
