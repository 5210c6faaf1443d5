package io.parley.simulator.twilio;

import io.parley.simulator.delivery.SignatureKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds an {@link InboundOrder}; the fields are explained there. */
public final class InboundOrderBuilder {

  private final String accountSid;
  private final String from;
  private final String to;
  private @Nullable String body;
  private @Nullable String messageSid;
  private final List<InboundOrder.Media> media = new ArrayList<>();
  private InboundOrder.@Nullable Location location;
  private InboundOrder.@Nullable Button button;
  private InboundOrder.@Nullable ListReply listReply;
  private InboundOrder.@Nullable RepliedTo repliedTo;
  private @Nullable String profileName;
  private @Nullable String waId;
  private @Nullable String externalUserId;
  private boolean forwarded;
  private final Map<String, String> parameters = new HashMap<>();
  private int count = 1;
  private int parallel = 1;
  private int sameSid = 1;
  private @Nullable String signUrl;
  private @Nullable String deliverUrl;
  private @Nullable SignatureKind signature;
  private @Nullable Integer retries;

  public InboundOrderBuilder(String accountSid, String from, String to) {
    this.accountSid = accountSid;
    this.from = from;
    this.to = to;
  }

  public InboundOrderBuilder body(String text) {
    body = text;
    return this;
  }

  public InboundOrderBuilder messageSid(String sid) {
    messageSid = sid;
    return this;
  }

  public InboundOrderBuilder media(@Nullable String url, String contentType) {
    media.add(new InboundOrder.Media(url, contentType));
    return this;
  }

  public InboundOrderBuilder location(
      String latitude, String longitude, @Nullable String label, @Nullable String address) {
    location =
        new InboundOrder.Location(
            new BigDecimal(latitude), new BigDecimal(longitude), label, address);
    return this;
  }

  public InboundOrderBuilder button(String text, String payload) {
    button = new InboundOrder.Button(text, payload, null);
    return this;
  }

  public InboundOrderBuilder listReply(String id, String title) {
    listReply = new InboundOrder.ListReply(id, title, null);
    return this;
  }

  public InboundOrderBuilder repliedTo(String sid, String sender) {
    repliedTo = new InboundOrder.RepliedTo(sid, sender);
    return this;
  }

  public InboundOrderBuilder profileName(String name) {
    profileName = name;
    return this;
  }

  public InboundOrderBuilder waId(String id) {
    waId = id;
    return this;
  }

  public InboundOrderBuilder externalUserId(String id) {
    externalUserId = id;
    return this;
  }

  public InboundOrderBuilder forwarded() {
    forwarded = true;
    return this;
  }

  public InboundOrderBuilder parameter(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  public InboundOrderBuilder count(int messages) {
    count = messages;
    return this;
  }

  public InboundOrderBuilder parallel(int webhooks) {
    parallel = webhooks;
    return this;
  }

  public InboundOrderBuilder sameSid(int times) {
    sameSid = times;
    return this;
  }

  public InboundOrderBuilder signUrl(String url) {
    signUrl = url;
    return this;
  }

  public InboundOrderBuilder deliverUrl(String url) {
    deliverUrl = url;
    return this;
  }

  public InboundOrderBuilder signature(SignatureKind kind) {
    signature = kind;
    return this;
  }

  public InboundOrderBuilder retries(int times) {
    retries = times;
    return this;
  }

  public InboundOrder build() {
    return new InboundOrder(
        accountSid,
        from,
        to,
        body,
        messageSid,
        media,
        location,
        button,
        listReply,
        repliedTo,
        profileName,
        waId,
        externalUserId,
        null,
        forwarded,
        parameters,
        count,
        parallel,
        sameSid,
        signUrl,
        deliverUrl,
        signature,
        retries);
  }
}
