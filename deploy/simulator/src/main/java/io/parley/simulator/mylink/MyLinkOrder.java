package io.parley.simulator.mylink;

import io.parley.simulator.http.Fields;
import io.parley.simulator.journey.Crowd;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer's message.
 *
 * @param from the customer, with +
 * @param to our number, with +
 * @param text when there are several, {@code {n}} stands for the message's number from 1
 * @param keyword as {@code routeKeyword}
 * @param reply further fields of the reply, replacing the usual ones of the same name
 * @param eventId a new one when absent
 * @param at when it came; now when absent
 * @param crowd one message when absent
 */
public record MyLinkOrder(
    String accountId,
    String from,
    String to,
    String text,
    @Nullable String keyword,
    @Nullable Map<String, Object> reply,
    @Nullable String eventId,
    @Nullable Instant at,
    @Nullable Crowd crowd) {

  public MyLinkOrder {
    Fields.required(accountId, "accountId");
    Fields.matching(from, "\\S+", "from");
    Fields.matching(to, "\\S+", "to");
    Fields.required(text, "text");
    crowd = Fields.orElse(crowd, Crowd.ONE);
  }

  Crowd crowdOrOne() {
    return Fields.orElse(crowd, Crowd.ONE);
  }
}
