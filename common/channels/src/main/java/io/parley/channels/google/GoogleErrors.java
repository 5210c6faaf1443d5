package io.parley.channels.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.ProviderResponse;
import io.parley.channels.wire.ErrorTable;
import io.parley.channels.wire.JsonBody;
import io.parley.events.Channel;
import java.util.regex.Pattern;

/**
 * What Google's errors mean. Both APIs use the same words for different things, so each channel has
 * its table.
 */
final class GoogleErrors {

  private static final Pattern CODE = Pattern.compile("[A-Z_]{1,60}|HTTP [1-5][0-9]{2}");

  static final ErrorTable BUSINESS_MESSAGES =
      ErrorTable.load(
          GoogleErrors.class,
          "errors-business-messages.txt",
          ErrorTable.unexplained("Google", CODE));
  static final ErrorTable RCS =
      ErrorTable.load(GoogleErrors.class, "errors-rcs.txt", ErrorTable.unexplained("Google", CODE));

  private GoogleErrors() {}

  /** The table of a channel. */
  static ErrorTable table(Channel channel) {
    return switch (channel) {
      case GOOGLE_BUSINESS_MESSAGES -> BUSINESS_MESSAGES;
      case RCS -> RCS;
      case SMS, WHATSAPP, CUSTOM -> throw GoogleAddresses.notServed(channel);
    };
  }

  /** Google's word for what went wrong; the one that belongs to the HTTP status if it says none. */
  static String code(ProviderResponse response) {
    JsonNode body = JsonBody.read(response.body());
    String code = JsonBody.text(body.path("error").path("status"));
    if (code != null && CODE.matcher(code).matches()) {
      return code;
    }
    return switch (response.status()) {
      case 400 -> "INVALID_ARGUMENT";
      case 401 -> "UNAUTHENTICATED";
      case 403 -> "PERMISSION_DENIED";
      case 404 -> "NOT_FOUND";
      case 409 -> "ALREADY_EXISTS";
      case 429 -> "RESOURCE_EXHAUSTED";
      default -> "HTTP " + response.status();
    };
  }
}
