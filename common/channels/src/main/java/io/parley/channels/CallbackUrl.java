package io.parley.channels;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The URL that a provider reports to about one message: the account's webhook URL, {@code /status},
 * and our message id in the query. The id lets a report find its message even when it arrives
 * before the answer to the call that sent the message. One place writes it and reads it.
 */
public final class CallbackUrl {

  /** What follows the account key in the URL for reports. */
  public static final String SUB_PATH = "/status";

  /** The query parameter that holds our message id. */
  public static final String MESSAGE = "message";

  private static final Pattern MESSAGE_ID =
      Pattern.compile(
          "(?:^|&)" + MESSAGE + "=([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?=&|$)");

  private CallbackUrl() {}

  /**
   * The URL for reports about a message.
   *
   * @param webhook the account's public webhook URL, without query
   */
  public static URI of(URI webhook, UUID messageId) {
    return URI.create(webhook + SUB_PATH + "?" + MESSAGE + "=" + messageId);
  }

  /** Our message id, if the query of a report has it. */
  public static Optional<UUID> messageId(@Nullable String rawQuery) {
    if (rawQuery == null) {
      return Optional.empty();
    }
    Matcher matcher = MESSAGE_ID.matcher(rawQuery);
    return matcher.find() ? Optional.of(UUID.fromString(matcher.group(1))) : Optional.empty();
  }
}
