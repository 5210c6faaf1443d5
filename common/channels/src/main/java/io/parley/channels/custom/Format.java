package io.parley.channels.custom;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Locale;
import java.util.Optional;

/** How a call or an answer is written, and with it how its fields are named. */
enum Format {
  JSON,
  FORM,
  XML;

  /** By its name in the settings. */
  static Format named(String name) {
    return switch (name) {
      case "form" -> FORM;
      case "xml" -> XML;
      default -> JSON;
    };
  }

  /** What is wrong with a path, if anything is. */
  Optional<String> problem(String path) {
    return switch (this) {
      case JSON -> pointerProblem(path);
      case FORM -> Optional.empty();
      case XML -> XPaths.problem(path);
    };
  }

  /** Reads bytes; nothing if they are not of this format, or too large to be looked through. */
  Optional<? extends Payload> read(byte[] bytes) {
    return switch (this) {
      case JSON -> JsonPayload.read(bytes);
      case FORM -> FormPayload.read(bytes);
      case XML -> XmlPayload.read(bytes);
    };
  }

  /** The media type of a body of ours. */
  String mediaType() {
    return switch (this) {
      case JSON -> "application/json";
      case FORM -> "application/x-www-form-urlencoded";
      case XML -> "application/xml; charset=utf-8";
    };
  }

  /** What an answer of this format is asked for as. */
  String accept() {
    return switch (this) {
      case JSON -> "application/json";
      case FORM -> "*/*";
      case XML -> "application/xml, text/xml";
    };
  }

  /** For messages. */
  String inWords() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Optional<String> pointerProblem(String path) {
    try {
      JsonPointer.compile(path);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of("must be a JSON pointer, which begins with a slash, such as /message/id");
    }
  }
}
