package io.parley.simulator.telesign;

import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.http.Fields;
import io.parley.simulator.journey.Crowd;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages that a customer sends on demand.
 *
 * @param accountId the Customer ID
 * @param from the customer: digits with country code
 * @param to our number
 * @param body when there are several, {@code {n}} stands for the message's number from 1
 * @param referenceId a fixed one; a new one for each message when absent
 * @param country the customer's, two letters; US when absent
 * @param media URLs; a message with some has {@code sub_resource} mo_mms
 * @param olderForm {@code errors} is a list, as in older samples
 * @param crowd one message, once, when absent
 * @param signature valid when absent
 * @param deliverUrl the URL that is called, in place of the account's
 * @param retries repetitions at most, in place of the account's
 */
public record InboundOrder(
    String accountId,
    String from,
    String to,
    @Nullable String body,
    @Nullable String referenceId,
    @Nullable String country,
    List<String> media,
    boolean olderForm,
    @Nullable Crowd crowd,
    @Nullable SignatureKind signature,
    @Nullable String deliverUrl,
    @Nullable Integer retries) {

  public InboundOrder {
    Fields.required(accountId, "accountId");
    Fields.matching(from, "[0-9]{3,15}", "from");
    Fields.matching(to, "[0-9]{3,15}", "to");
    if (referenceId != null) {
      Fields.matching(referenceId, "[0-9A-Fa-f]{32}", "referenceId");
    }
    country = Fields.matching(Fields.orElse(country, "US"), "[A-Z]{2}", "country");
    media = Fields.listOrEmpty(media);
    crowd = Fields.orElse(crowd, Crowd.ONE);
    signature = Fields.orElse(signature, SignatureKind.VALID);
    Fields.httpUrl(deliverUrl, "deliverUrl");
    if (retries != null) {
      Fields.between(retries, 0, 100, "retries");
    }
  }

  /** One text message. */
  public static InboundOrder text(String accountId, String from, String to, String body) {
    return new InboundOrder(
        accountId, from, to, body, null, null, List.of(), false, null, null, null, null);
  }

  public InboundOrder signed(SignatureKind kind) {
    return new InboundOrder(
        accountId,
        from,
        to,
        body,
        referenceId,
        country,
        media,
        olderForm,
        crowd,
        kind,
        deliverUrl,
        retries);
  }

  public InboundOrder by(Crowd many) {
    return new InboundOrder(
        accountId,
        from,
        to,
        body,
        referenceId,
        country,
        media,
        olderForm,
        many,
        signature,
        deliverUrl,
        retries);
  }
}
