package io.parley.simulator.infobip;

import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.http.Fields;
import io.parley.simulator.journey.Crowd;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages that a customer sends on demand.
 *
 * @param from digits, or a name
 * @param to our number: digits
 * @param body when there are several, {@code {n}} stands for the message's number from 1
 * @param messageId a fixed one; a new one for each message when absent
 * @param keyword the keyword that the number's configuration finds at the text's beginning
 * @param media attachments; a message with some comes in the format of MMS
 * @param callbackData of the latest message to this customer
 * @param perRequest so many messages come in one webhook; 1 when 0
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
    @Nullable String messageId,
    @Nullable String keyword,
    List<Media> media,
    @Nullable String callbackData,
    int perRequest,
    @Nullable Crowd crowd,
    @Nullable SignatureKind signature,
    @Nullable String deliverUrl,
    @Nullable Integer retries) {

  /** An attachment of an MMS. */
  public record Media(String contentType, String url) {
    public Media {
      Fields.required(contentType, "contentType");
      Fields.required(url, "url");
    }
  }

  public InboundOrder {
    Fields.required(accountId, "accountId");
    Fields.matching(from, "[0-9A-Za-z ]{3,15}", "from");
    Fields.matching(to, "[0-9]{3,15}", "to");
    media = Fields.listOrEmpty(media);
    perRequest = Fields.between(perRequest == 0 ? 1 : perRequest, 1, 1_000, "perRequest");
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
        accountId, from, to, body, null, null, List.of(), null, 1, null, null, null, null);
  }

  public InboundOrder signed(SignatureKind kind) {
    return new InboundOrder(
        accountId,
        from,
        to,
        body,
        messageId,
        keyword,
        media,
        callbackData,
        perRequest,
        crowd,
        kind,
        deliverUrl,
        retries);
  }

  /** So many messages in each webhook, sent by this crowd of webhooks. */
  public InboundOrder by(Crowd many, int inEach) {
    return new InboundOrder(
        accountId,
        from,
        to,
        body,
        messageId,
        keyword,
        media,
        callbackData,
        inEach,
        many,
        signature,
        deliverUrl,
        retries);
  }
}
