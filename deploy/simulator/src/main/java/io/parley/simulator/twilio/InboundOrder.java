package io.parley.simulator.twilio;

import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.http.Fields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages that a customer sends on demand. Built in Java with {@link InboundOrderBuilder}.
 *
 * @param from the customer, with {@code whatsapp:} for WhatsApp
 * @param to our number, with the same prefix
 * @param body when {@code count} is above 1, {@code {n}} stands for the message's number from 1
 * @param messageSid a fixed SID; a new one for each message when absent
 * @param messageType derived from the content when absent
 * @param parameters further parameters, replacing the usual ones of the same name
 * @param count different messages, at most 10,000
 * @param parallel webhooks at the same time, at most 256; with 1 they follow each other in order
 * @param sameSid how often each message is delivered with the same SID, at most 1,000
 * @param signUrl the URL that is signed, in place of the configured one
 * @param deliverUrl the URL that is called, in place of the signed one
 * @param signature valid when absent
 * @param retries when given, failures of every kind are repeated so often with the same SID and
 *     {@code I-Twilio-Idempotency-Token}
 */
public record InboundOrder(
    String accountSid,
    String from,
    String to,
    @Nullable String body,
    @Nullable String messageSid,
    List<Media> media,
    @Nullable Location location,
    @Nullable Button button,
    @Nullable ListReply listReply,
    @Nullable RepliedTo repliedTo,
    @Nullable String profileName,
    @Nullable String waId,
    @Nullable String externalUserId,
    @Nullable String messageType,
    boolean forwarded,
    Map<String, String> parameters,
    int count,
    int parallel,
    int sameSid,
    @Nullable String signUrl,
    @Nullable String deliverUrl,
    @Nullable SignatureKind signature,
    @Nullable Integer retries) {

  /** An attachment; without a URL it gets one like Twilio's. */
  public record Media(@Nullable String url, String contentType) {
    public Media {
      Fields.required(contentType, "contentType");
    }
  }

  /** A WhatsApp location. */
  public record Location(
      BigDecimal latitude, BigDecimal longitude, @Nullable String label, @Nullable String address) {
    public Location {
      Fields.required(latitude, "latitude");
      Fields.required(longitude, "longitude");
    }
  }

  /** A tapped quick-reply button; its type is {@code REPLY} when absent. */
  public record Button(String text, String payload, @Nullable String type) {
    public Button {
      Fields.required(text, "text");
      Fields.required(payload, "payload");
      type = Fields.orElse(type, "REPLY");
    }
  }

  /** A chosen list item. */
  public record ListReply(String id, String title, @Nullable String description) {
    public ListReply {
      Fields.required(id, "id");
      Fields.required(title, "title");
    }
  }

  /** The earlier message that this one quotes. */
  public record RepliedTo(String sid, String sender) {
    public RepliedTo {
      Fields.required(sid, "sid");
      Fields.required(sender, "sender");
    }
  }

  public InboundOrder {
    Fields.matching(accountSid, "AC[0-9a-fA-F]{32}", "accountSid");
    Fields.matching(from, "\\S(.*\\S)?", "from");
    Fields.matching(to, "(whatsapp:)?(\\+[1-9][0-9]{1,14}|[0-9]{5,6})", "to");
    media = Fields.listOrEmpty(media);
    parameters = Fields.mapOrEmpty(parameters);
    count = Fields.between(count == 0 ? 1 : count, 1, 10_000, "count");
    parallel = Fields.between(parallel == 0 ? 1 : parallel, 1, 256, "parallel");
    sameSid = Fields.between(sameSid == 0 ? 1 : sameSid, 1, 1_000, "sameSid");
    Fields.httpUrl(signUrl, "signUrl");
    Fields.httpUrl(deliverUrl, "deliverUrl");
    signature = Fields.orElse(signature, SignatureKind.VALID);
    if (retries != null) {
      Fields.between(retries, 0, 100, "retries");
    }
    if (messageSid != null) {
      Fields.matching(messageSid, "(SM|MM)[0-9a-fA-F]{32}", "messageSid");
      Fields.between(count, 1, 1, "count");
    }
  }

  /** One text message. */
  public static InboundOrder text(String accountSid, String from, String to, String body) {
    return new InboundOrderBuilder(accountSid, from, to).body(body).build();
  }

  String bodyOf(int number) {
    String text = Fields.orElse(body, "");
    return count > 1 ? text.replace("{n}", String.valueOf(number)) : text;
  }
}
