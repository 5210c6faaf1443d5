package io.parley.channels.telesign;

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
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The account, addresses, vectors and calls of providers/telesign.md. */
final class Samples {

  static final String CUSTOMER_ID = "0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9";
  static final String API_KEY =
      "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==";
  static final String OTHER_API_KEY =
      "Pz49PDs6OTg3NjU0MzIxMC8uLSwrKikoJyYlJCMiISAfHh0cGxoZGBcWFRQTEhEQDw4NDAsKCQgHBgUEAwIBAA==";
  static final String CUSTOMER = "+12065550142";
  static final String OURS = "+12065550100";
  static final String REFERENCE = "B1C2D3E4F5061728394A5B6C7D8E9F00";
  static final UUID ACCOUNT_ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
  static final UUID ADDRESS_ID = UUID.fromString("00000000-0000-4000-8000-000000000002");
  static final UUID MESSAGE_ID = UUID.fromString("00000000-0000-4000-8000-000000000003");
  static final Instant NOW = Instant.parse("2025-03-04T09:15:57Z");
  static final String URL = "https://desk.example.org/webhooks/telesign/ch_3";
  static final URI STATUS = URI.create(URL + "/status?message=" + MESSAGE_ID);

  static final String INBOUND =
      "{\"reference_id\":\"3A5C7E9F1B2D4F60718293A4B5C6D7E8\",\"sub_resource\":\"mo_sms\","
          + "\"errors\":{},\"status\":{\"updated_on\":\"2025-03-04T09:15:26.415000Z\",\"code\":1500,"
          + "\"description\":\"Delivered to customer\"},"
          + "\"submit_timestamp\":\"2025-03-04T09:15:26.101000Z\","
          + "\"user_response\":{\"phone_number\":\"12065550142\",\"sender_id\":\"12065550100\","
          + "\"iso_country_code\":\"US\",\"mo_message\":\"Is the shop open?\","
          + "\"action\":\"generic\",\"keyword\":\"\"}}";
  static final String INBOUND_SIGNATURE = "FmUnUQdsyQ+gFa/f6X4U55ZXpkGdsuZgqA8fQNkV6s0=";
  static final String REPORT =
      "{\"reference_id\":\"B1C2D3E4F5061728394A5B6C7D8E9F00\",\"status\":{\"code\":200,"
          + "\"description\":\"Delivered to handset\",\"updated_on\":\"2025-03-04T09:16:02.775000Z\"},"
          + "\"submit_timestamp\":\"2025-03-04T09:15:58.044000Z\",\"external_id\":\"msg-771\","
          + "\"additional_info\":{\"mcc\":\"310\",\"mnc\":\"260\",\"price\":\"0.0071\","
          + "\"currency\":\"USD\",\"message_parts_count\":1}}";
  static final String REPORT_SIGNATURE = "jFP0FdPseXP4kksoNWTfqPwMMlNhD0p4NUwWTGwYVRg=";
  static final String ACCEPTED =
      "{\"reference_id\":\"B1C2D3E4F5061728394A5B6C7D8E9F00\",\"external_id\":\"msg-771\","
          + "\"phone_number_modified\":\"False\",\n"
          + " \"status\":{\"code\":290,\"description\":\"Message in progress\","
          + "\"updated_on\":\"2025-03-04T09:15:58.044000Z\"}}";
  static final String REFUSED =
      "{\"reference_id\":\"C1C2D3E4F5061728394A5B6C7D8E9F01\",\"status\":{\"code\":11000,"
          + "\"description\":\"Invalid value for parameter phone_number.\","
          + "\"updated_on\":\"2025-03-04T09:15:58.100000Z\"},\"external_id\":null}";

  private Samples() {}

  static OpenAccount account(String... settings) {
    return account(Map.of("apiKey", API_KEY), settings);
  }

  static OpenAccount account(Map<String, String> secrets, String... settings) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("customerId", CUSTOMER_ID);
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return new OpenAccount(ACCOUNT_ID, Channel.SMS, all, secrets, List.of(ours(OURS)));
  }

  static ChannelAddress ours(String address) {
    SenderType type =
        address.startsWith("+")
            ? SenderType.LONG_CODE
            : address.matches("[0-9]+") ? SenderType.SHORT_CODE : SenderType.ALPHANUMERIC;
    return new ChannelAddress(ADDRESS_ID, ACCOUNT_ID, Channel.SMS, address, "Service", type);
  }

  static CallContext context(OpenAccount account) {
    return new CallContext(account, Endpoints.REAL, NOW, null);
  }

  static OutgoingMessage outgoing(String text) {
    return outgoing(ours(OURS), CUSTOMER, null, MessageContent.ofText(text));
  }

  static OutgoingMessage outgoing(
      ChannelAddress from, String to, @Nullable String replyTo, MessageContent content) {
    return new OutgoingMessage(
        MESSAGE_ID,
        from,
        new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, to),
        replyTo,
        content,
        null,
        NOW);
  }

  /** A call as TeleSign makes it. */
  static WebhookRequest signed(String body) {
    return signed(body.getBytes(UTF_8));
  }

  static WebhookRequest signed(byte[] body) {
    String signature = sign(API_KEY, body);
    return call(body, "Authorization", tsa(signature), "X-TS-Authorization", signature);
  }

  static WebhookRequest call(byte[] body, String... headers) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("Content-Type", List.of("application/json; charset=utf-8"));
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], List.of(headers[i + 1]));
    }
    return new WebhookRequest("POST", URL, "", null, all, body);
  }

  static String tsa(String signature) {
    return "TSA " + CUSTOMER_ID + ":" + signature;
  }

  /** Signs with the JDK, not with the code under test. */
  static String sign(String apiKey, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(apiKey), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static Reception receive(String body) {
    return new TelesignReceiver().receive(signed(body), account(), NOW);
  }

  static MessageReceived message(Reception reception) {
    return ((Reception.Understood) reception).messages().getFirst();
  }

  static ReceiptReceived receipt(Reception reception) {
    return ((Reception.Understood) reception).receipts().getFirst();
  }

  static ProviderResponse response(int status, String body, String... headers) {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      byName.put(headers[i], List.of(headers[i + 1]));
    }
    return new ProviderResponse(status, byName, body.getBytes(UTF_8));
  }

  static ProviderResponse error(int status, int code) {
    return response(
        status,
        "{\"reference_id\":null,\"status\":{\"code\":"
            + code
            + ",\"description\":\"-\",\"updated_on\":\"2025-03-04T09:15:57.000000Z\"}}");
  }
}
