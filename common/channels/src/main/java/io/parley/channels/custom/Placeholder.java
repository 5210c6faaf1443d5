package io.parley.channels.custom;

import java.util.Optional;
import java.util.stream.Stream;

/** What can stand in a template. */
enum Placeholder {
  /** The customer, as the provider writes it. */
  TO("to"),
  /** The same, a number without the plus sign. */
  TO_DIGITS("toDigits"),
  /** Our address. */
  FROM("from"),
  /** The same, a number without the plus sign. */
  FROM_DIGITS("fromDigits"),
  /** What is to be sent. */
  TEXT("text"),
  /** Our message id, the same for every attempt. */
  MESSAGE_ID("messageId"),
  /** Where the provider is to report about the message. */
  CALLBACK_URL("callbackUrl"),
  /** The links of the attachments. */
  MEDIA_URLS("mediaUrls"),
  /** The provider's id of the customer's last message. */
  ANSWERS("answers"),
  /** When the message was taken in, ISO 8601. */
  CREATED_AT("createdAt"),
  /** The account's secret for sending. */
  SECRET("secret");

  private final String name;

  Placeholder(String name) {
    this.name = name;
  }

  static Optional<Placeholder> named(String name) {
    return Stream.of(values()).filter(placeholder -> placeholder.name.equals(name)).findFirst();
  }

  /** As people write it. */
  String inBraces() {
    return "{{" + name + "}}";
  }
}
