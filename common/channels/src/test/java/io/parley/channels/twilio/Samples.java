package io.parley.channels.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.CallContext;
import io.parley.channels.Endpoints;
import io.parley.channels.OpenAccount;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderResponse;
import io.parley.channels.Reception;
import io.parley.channels.WebhookRequest;
import io.parley.events.Channel;
import io.parley.events.CustomerAddress;
import io.parley.events.MessageContent;
import io.parley.events.MessageReceived;
import io.parley.events.ReceiptReceived;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The accounts, addresses and calls of providers/twilio-sms.md and twilio-whatsapp.md. */
final class Samples {

  static final String TOKEN = "6f1e2d3c4b5a69788796a5b4c3d2e1f0";
  static final String SECOND_TOKEN = "0f1e2d3c4b5a69788796a5b4c3d2e1f6";
  static final String ACCOUNT_SID = "AC00112233445566778899aabbccddeeff";
  static final String API_KEY_SID = "SK00112233445566778899aabbccddeeff";
  static final String API_KEY_SECRET = "keySecretThatNobodySees";
  static final String SID = "SM0a1b2c3d4e5f60718293a4b5c6d7e8f9";
  static final String URL = "https://desk.example.org/webhooks/twilio/ch_7";
  static final String WHATSAPP_URL = "https://desk.example.org/webhooks/twilio-wa/ch_9";
  static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
  static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  static final UUID ACCOUNT_ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
  static final UUID ADDRESS_ID = UUID.fromString("00000000-0000-4000-8000-000000000002");
  static final UUID MESSAGE_ID = UUID.fromString("00000000-0000-4000-8000-000000000003");
  static final String CUSTOMER = "+12065550142";
  static final String OURS = "+12065550100";
  static final String WHATSAPP_CUSTOMER = "+31612345678";
  static final String WHATSAPP_OURS = "+12065550177";
  static final String SANDBOX = "+14155238886";

  static final String INBOUND_BODY =
      "ToCountry=US&ToState=WA&SmsMessageSid=SM0a1b2c3d4e5f60718293a4b5c6d7e8f9&NumMedia=0&ToCity="
          + "&FromZip=98101&SmsSid=SM0a1b2c3d4e5f60718293a4b5c6d7e8f9&FromState=WA&SmsStatus=received"
          + "&FromCity=SEATTLE&Body=H%C3%A9llo%2C+where+is+order+%2342%3F+%F0%9F%93%A6+&FromCountry=US"
          + "&To=%2B12065550100&ToZip=&NumSegments=1&MessageSid=SM0a1b2c3d4e5f60718293a4b5c6d7e8f9"
          + "&AccountSid=AC00112233445566778899aabbccddeeff&From=%2B12065550142&ApiVersion=2010-04-01";
  static final String STATUS_BODY =
      "SmsSid=SM99887766554433221100ffeeddccbbaa&SmsStatus=undelivered&MessageStatus=undelivered"
          + "&To=%2B12065550142&MessageSid=SM99887766554433221100ffeeddccbbaa"
          + "&AccountSid=AC00112233445566778899aabbccddeeff&From=%2B12065550100&ApiVersion=2010-04-01"
          + "&ErrorCode=30005";
  static final String BUTTON_BODY =
      "SmsMessageSid=SMaabbccddeeff00112233445566778899&NumMedia=0&ProfileName=Zo%C3%AB+Quist"
          + "&MessageType=button&SmsSid=SMaabbccddeeff00112233445566778899&WaId=31612345678"
          + "&SmsStatus=received&Body=Yes%2C+confirm&ButtonText=Yes%2C+confirm"
          + "&ButtonPayload=confirm_8841&ButtonType=REPLY&To=whatsapp%3A%2B12065550177"
          + "&OriginalRepliedMessageSender=whatsapp%3A%2B12065550177"
          + "&OriginalRepliedMessageSid=MM11112222333344445555666677778888&NumSegments=1"
          + "&ReferralNumMedia=0&MessageSid=SMaabbccddeeff00112233445566778899"
          + "&AccountSid=AC00112233445566778899aabbccddeeff&From=whatsapp%3A%2B31612345678"
          + "&ApiVersion=2010-04-01";
  static final String LOCATION_BODY =
      "SmsMessageSid=SM1029384756afbecd1029384756afbecd&NumMedia=0&ProfileName=Zo%C3%AB+Quist"
          + "&MessageType=location&SmsSid=SM1029384756afbecd1029384756afbecd&WaId=31612345678"
          + "&SmsStatus=received&Body=&Latitude=52.370216&Longitude=4.895168&Label=Dam"
          + "&Address=Dam%2C+Amsterdam&To=whatsapp%3A%2B12065550177&NumSegments=1&ReferralNumMedia=0"
          + "&MessageSid=SM1029384756afbecd1029384756afbecd"
          + "&AccountSid=AC00112233445566778899aabbccddeeff&From=whatsapp%3A%2B31612345678"
          + "&ApiVersion=2010-04-01";
  static final String READ_BODY =
      "EventType=READ&SmsSid=MM5566778899aabbccddeeff0011223344&SmsStatus=read&MessageStatus=read"
          + "&ChannelPrefix=whatsapp&ChannelInstallSid=XE00000000000000000000000000000001"
          + "&To=whatsapp%3A%2B31612345678&MessageSid=MM5566778899aabbccddeeff0011223344"
          + "&AccountSid=AC00112233445566778899aabbccddeeff&From=whatsapp%3A%2B12065550177"
          + "&ApiVersion=2010-04-01";

  private Samples() {}

  static OpenAccount account(Channel channel) {
    return account(channel, Map.of(), Map.of("authToken", TOKEN));
  }

  static OpenAccount account(
      Channel channel, Map<String, String> moreSettings, Map<String, String> secrets) {
    Map<String, String> settings = new LinkedHashMap<>(moreSettings);
    settings.put("accountSid", ACCOUNT_SID);
    List<ChannelAddress> addresses =
        switch (channel) {
          case SMS -> List.of(ours(Channel.SMS, OURS));
          case WHATSAPP ->
              List.of(ours(Channel.WHATSAPP, WHATSAPP_OURS), ours(Channel.WHATSAPP, SANDBOX));
          case GOOGLE_BUSINESS_MESSAGES, RCS, CUSTOM -> List.of();
        };
    return new OpenAccount(ACCOUNT_ID, channel, settings, secrets, addresses);
  }

  static ChannelAddress ours(Channel channel, String address) {
    SenderType type =
        switch (channel) {
          case SMS -> SenderType.LONG_CODE;
          case WHATSAPP -> SenderType.WHATSAPP_NUMBER;
          case GOOGLE_BUSINESS_MESSAGES, RCS, CUSTOM -> SenderType.CUSTOM;
        };
    return new ChannelAddress(ADDRESS_ID, ACCOUNT_ID, channel, address, "Service", type);
  }

  static OutgoingMessage outgoing(Channel channel, MessageContent content) {
    return switch (channel) {
      case SMS -> outgoing(channel, phone(CUSTOMER), content);
      case WHATSAPP, GOOGLE_BUSINESS_MESSAGES, RCS, CUSTOM ->
          outgoing(channel, phone(WHATSAPP_CUSTOMER), content);
    };
  }

  static OutgoingMessage outgoing(Channel channel, CustomerAddress to, MessageContent content) {
    String from =
        switch (channel) {
          case SMS -> OURS;
          case WHATSAPP, GOOGLE_BUSINESS_MESSAGES, RCS, CUSTOM -> WHATSAPP_OURS;
        };
    return new OutgoingMessage(
        MESSAGE_ID, ours(channel, from), to, null, content, null, NOW.minusSeconds(60));
  }

  static CustomerAddress phone(String number) {
    return new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, number);
  }

  static WebhookRequest request(
      String method,
      String url,
      String subPath,
      @Nullable String query,
      @Nullable String contentType,
      String body,
      @Nullable String signature) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    if (contentType != null) {
      headers.put("content-type", List.of(contentType));
    }
    if (signature != null) {
      headers.put("x-twilio-signature", List.of(signature));
    }
    return new WebhookRequest(method, url + subPath, subPath, query, headers, body.getBytes(UTF_8));
  }

  /** A form as it came, with its signature. */
  static WebhookRequest post(String url, String subPath, String body, String signature) {
    return request("POST", url, subPath, null, FORM, body, signature);
  }

  /** A form with a signature made for it. */
  static WebhookRequest signed(String url, String subPath, Map<String, String> fields) {
    String body = encoded(fields);
    return post(url, subPath, body, signature(url + subPath, body));
  }

  static String signature(String url, String body) {
    return TwilioSignature.sign(TOKEN, url, decoded(body));
  }

  /** A message as Twilio sends it, with these fields in addition or instead. */
  static Reception receive(Channel channel, String... namesAndValues) {
    boolean whatsApp = channel == Channel.WHATSAPP;
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("MessageSid", SID);
    fields.put("AccountSid", ACCOUNT_SID);
    fields.put("From", whatsApp ? "whatsapp:" + WHATSAPP_CUSTOMER : CUSTOMER);
    fields.put("To", whatsApp ? "whatsapp:" + WHATSAPP_OURS : OURS);
    fields.put("Body", "Hi");
    fields.put("NumMedia", "0");
    fields.put("SmsStatus", "received");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    fields.values().removeIf("(none)"::equals);
    return new TwilioReceiver().receive(signed(URL, "", fields), account(channel), NOW);
  }

  static MessageReceived message(Reception reception) {
    return ((Reception.Understood) reception).messages().getFirst();
  }

  static ReceiptReceived receipt(Reception reception) {
    return ((Reception.Understood) reception).receipts().getFirst();
  }

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Decodes with the JDK, not with the code under test. */
  static Map<String, List<String>> decoded(String form) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String field : form.split("&")) {
      String[] parts = field.split("=", 2);
      fields
          .computeIfAbsent(URLDecoder.decode(parts[0], UTF_8), unused -> new ArrayList<>())
          .add(parts.length < 2 ? "" : URLDecoder.decode(parts[1], UTF_8));
    }
    return fields;
  }

  static ProviderResponse response(int status, String body, String... headers) {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      byName.put(headers[i], List.of(headers[i + 1]));
    }
    return new ProviderResponse(status, byName, body.getBytes(UTF_8));
  }

  /** Calls go to Twilio itself. */
  static CallContext context(OpenAccount account) {
    return new CallContext(account, Endpoints.REAL, NOW, null);
  }
}
