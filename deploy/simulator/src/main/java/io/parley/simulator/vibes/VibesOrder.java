package io.parley.simulator.vibes;

import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.http.Fields;
import io.parley.simulator.journey.Crowd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer's message.
 *
 * @param from written as given: 10 digits, 11 digits or +1…
 * @param to our code
 * @param text left out of the message when absent; when there are several, {@code {n}} stands for
 *     the message's number from 1
 * @param carrier 104 when absent
 * @param longCode whether the code's type is the long code's
 * @param cdata whether the text stands in a CDATA section
 * @param longMessage whether the message is marked as part of a long one
 * @param isoDate whether the date is written as ISO 8601
 * @param messageId a new one when absent
 * @param at when it came; now when absent
 * @param signature whether the agreed login is sent, another, or none
 * @param crowd one message when absent
 */
public record VibesOrder(
    String accountId,
    String from,
    String to,
    @Nullable String text,
    @Nullable String carrier,
    boolean longCode,
    boolean cdata,
    boolean longMessage,
    boolean isoDate,
    @Nullable String messageId,
    @Nullable Instant at,
    @Nullable SignatureKind signature,
    @Nullable Crowd crowd) {

  public VibesOrder {
    Fields.required(accountId, "accountId");
    Fields.matching(from, "\\S+", "from");
    Fields.matching(to, "\\S+", "to");
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
