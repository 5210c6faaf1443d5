package io.parley.simulator.recording;

import io.parley.simulator.http.Fields;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Which recorded messages to show.
 *
 * @param after only messages with a higher sequence
 * @param limit at most so many, oldest first; over HTTP 1,000 when not given and 5,000 at most
 */
public record MessageFilter(
    @Nullable String provider,
    @Nullable String accountId,
    @Nullable String from,
    @Nullable String to,
    @Nullable String bodyContains,
    long after,
    int limit) {

  private static final int USUAL_LIMIT = 1_000;
  private static final int HIGHEST_LIMIT = 5_000;

  public static final MessageFilter ALL =
      new MessageFilter(null, null, null, null, null, 0, Integer.MAX_VALUE);

  public static MessageFilter to(String to) {
    return new MessageFilter(null, null, null, to, null, 0, Integer.MAX_VALUE);
  }

  /**
   * Reads the filters of a query.
   *
   * @throws InvalidFieldException for an unknown filter or a number that is none
   */
  public static MessageFilter of(Parameters query) {
    for (String name : query.byName().keySet()) {
      if (!name.matches("provider|accountId|accountSid|from|to|bodyContains|after|limit")) {
        throw new InvalidFieldException(name, "is not a known filter");
      }
    }
    return new MessageFilter(
        query.first("provider"),
        query.first(query.has("accountId") ? "accountId" : "accountSid"),
        query.first("from"),
        query.first("to"),
        query.first("bodyContains"),
        number(query, "after", 0),
        Fields.between((int) number(query, "limit", USUAL_LIMIT), 1, HIGHEST_LIMIT, "limit"));
  }

  boolean fits(RecordedMessage message) {
    return message.sequence() > after
        && (provider == null || provider.equals(message.provider()))
        && (accountId == null || accountId.equals(message.accountId()))
        && (from == null || from.equals(message.from()))
        && (to == null || to.equals(message.to()))
        && (bodyContains == null || message.body().contains(bodyContains));
  }

  private static long number(Parameters query, String name, int otherwise) {
    String value = query.first(name);
    if (value == null) {
      return otherwise;
    }
    if (!value.matches("[0-9]{1,9}")) {
      throw new InvalidFieldException(name, "must be a number");
    }
    return Long.parseLong(value);
  }
}
