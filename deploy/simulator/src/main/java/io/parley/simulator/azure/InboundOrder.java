package io.parley.simulator.azure;

import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.http.Fields;
import io.parley.simulator.journey.Crowd;
import org.jspecify.annotations.Nullable;

/**
 * Messages that a customer sends on demand. STOP and START are obeyed.
 *
 * @param from the customer, with plus
 * @param to our sender, as in the resource's settings
 * @param body when there are several, {@code {n}} stands for the message's number from 1
 * @param messageId a fixed one; a new one for each message when absent
 * @param crowd one message, once, when absent
 * @param signature whether the secrets in query, headers and token are right
 * @param retries repetitions at most, in place of the subscription's
 */
public record InboundOrder(
    String accountId,
    String from,
    String to,
    @Nullable String body,
    @Nullable String messageId,
    @Nullable Crowd crowd,
    @Nullable SignatureKind signature,
    @Nullable Integer retries) {

  public InboundOrder {
    Fields.required(accountId, "accountId");
    Fields.matching(from, Sending.RECIPIENT, "from");
    Fields.matching(to, "\\+[1-9][0-9]{6,14}|[0-9]{5,6}", "to");
    crowd = Fields.orElse(crowd, Crowd.ONE);
    signature = Fields.orElse(signature, SignatureKind.VALID);
    if (retries != null) {
      Fields.between(retries, 0, 100, "retries");
    }
  }

  /** One text message. */
  public static InboundOrder text(String accountId, String from, String to, String body) {
    return new InboundOrder(accountId, from, to, body, null, null, null, null);
  }

  public InboundOrder signed(SignatureKind kind) {
    return new InboundOrder(accountId, from, to, body, messageId, crowd, kind, retries);
  }

  public InboundOrder by(Crowd many) {
    return new InboundOrder(accountId, from, to, body, messageId, many, signature, retries);
  }
}
