package io.parley.simulator.link;

import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.http.Fields;
import io.parley.simulator.journey.Crowd;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer's message.
 *
 * @param source the customer
 * @param destination our number, such as {@code NO-27333} or {@code +4759440011}
 * @param text when there are several, {@code {n}} stands for the message's number from 1
 * @param keyword that led here, in any case; the first word of the text when absent
 * @param subNumber extension behind a short number; makes it a sub-number route
 * @param route further fields of the route, replacing the usual ones of the same name
 * @param messageId a new one when absent
 * @param at when LINK got it; now when absent
 * @param gateId in place of the account's gate for inbound messages
 * @param signature whether the destination's login is sent, another, or none
 * @param crowd one message when absent
 */
public record LinkOrder(
    String accountId,
    String source,
    String destination,
    String text,
    @Nullable String keyword,
    @Nullable Long subNumber,
    @Nullable Map<String, Object> route,
    @Nullable String messageId,
    @Nullable Instant at,
    @Nullable String gateId,
    @Nullable SignatureKind signature,
    @Nullable Crowd crowd) {

  public LinkOrder {
    Fields.required(accountId, "accountId");
    Fields.matching(source, "\\S+", "source");
    Fields.matching(destination, "\\S+", "destination");
    Fields.required(text, "text");
    signature = Fields.orElse(signature, SignatureKind.VALID);
    crowd = Fields.orElse(crowd, Crowd.ONE);
  }

  Crowd crowdOrOne() {
    return Fields.orElse(crowd, Crowd.ONE);
  }

  SignatureKind signatureOrValid() {
    return Fields.orElse(signature, SignatureKind.VALID);
  }
}
