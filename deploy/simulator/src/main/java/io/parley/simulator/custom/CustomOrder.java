package io.parley.simulator.custom;

import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.http.Fields;
import io.parley.simulator.journey.Crowd;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer's message.
 *
 * @param text when there are several, {@code {n}} stands for the message's number from 1
 * @param values further placeholders
 * @param messageId a new one when absent
 * @param signature whether the proof is right, wrong or missing
 * @param crowd one message when absent
 */
public record CustomOrder(
    String accountId,
    String from,
    String to,
    String text,
    Map<String, String> values,
    @Nullable String messageId,
    @Nullable SignatureKind signature,
    @Nullable Crowd crowd) {

  public CustomOrder {
    Fields.required(accountId, "accountId");
    Fields.required(from, "from");
    Fields.required(to, "to");
    Fields.required(text, "text");
    values = Fields.mapOrEmpty(values);
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
