package io.parley.channels.infobip;

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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The account, addresses, vectors and calls of providers/infobip.md. */
final class Samples {

  static final String API_KEY =
      "0c9f3a0b7d1e4c55a8f0123456789abc-7d1e2f30-aaaa-bbbb-cccc-0123456789ab";
  static final String HOOK_SECRET = "infobip-hook-secret-1";
  static final String CUSTOMER = "+447700900123";
  static final String OURS = "+447700900999";
  static final UUID ACCOUNT_ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
  static final UUID ADDRESS_ID = UUID.fromString("00000000-0000-4000-8000-000000000002");
  static final UUID MESSAGE_ID = UUID.fromString("00000000-0000-4000-8000-000000000003");
  static final Instant NOW = Instant.parse("2026-03-03T09:05:08Z");
  static final String URL = "https://hooks.example.org/webhooks/infobip/ch_3";
  static final URI STATUS = URI.create(URL + "/status?message=" + MESSAGE_ID);

  static final String INBOUND =
      "{\"results\":[{\"messageId\":\"01HZX4P0Q7\",\"from\":\"447700900123\","
          + "\"to\":\"447700900999\",\"text\":\"STOP\",\"cleanText\":\"\",\"keyword\":\"STOP\","
          + "\"receivedAt\":\"2026-03-03T09:05:07.120+0000\",\"smsCount\":1,"
          + "\"price\":{\"pricePerMessage\":0,\"currency\":\"EUR\"}}],\"messageCount\":1,"
          + "\"pendingMessageCount\":0}";
  static final String QUIZ =
      "{\"results\":[{\"messageId\":\"817790313235066447\",\"from\":\"447700900123\","
          + "\"to\":\"447700900999\",\"text\":\"QUIZ Correct answer is Paris\","
          + "\"cleanText\":\"Correct answer is Paris\",\"keyword\":\"QUIZ\","
          + "\"receivedAt\":\"2026-03-03T09:05:07.120+0000\",\"smsCount\":1,"
          + "\"price\":{\"pricePerMessage\":0,\"currency\":\"EUR\"},\"callbackData\":\"conv-91\","
          + "\"applicationId\":\"app\",\"entityId\":\"ent\",\"campaignReferenceId\":\"camp\"}]}";
  static final String MMS =
      "{\"results\":[{\"messageId\":\"mms-1\",\"from\":\"447700900123\",\"to\":\"447700900999\","
          + "\"receivedAt\":\"2026-03-03T09:05:07.120+0000\",\"message\":["
          + "{\"contentType\":\"application/smil\",\"value\":\"<smil/>\"},"
          + "{\"contentType\":\"text/plain\",\"value\":\"Look\"},"
          + "{\"contentType\":\"image/jpeg\",\"url\":\"https://xk3p9z.api.infobip.com/mms/1/a.jpg\"},"
          + "{\"contentType\":\"text/plain\",\"value\":\"at this\"}],"
          + "\"price\":{\"pricePerMessage\":0,\"currency\":\"EUR\"}}],\"messageCount\":1,"
          + "\"pendingMessageCount\":0}";
  static final String REPORT =
      "{\"results\":[{\"bulkId\":\"4034072219640523071\",\"messageId\":\"conv-91-m7\","
          + "\"to\":\"447700900123\",\"sender\":\"447700900999\","
          + "\"sentAt\":\"2026-03-03T10:05:08.000+0100\",\"doneAt\":\"2026-03-03T10:05:11.430+0100\","
          + "\"messageCount\":1,\"mccMnc\":\"23410\",\"callbackData\":\"conv-91\","
          + "\"price\":{\"pricePerMessage\":0.04,\"currency\":\"EUR\"},"
          + "\"status\":{\"groupId\":2,\"groupName\":\"UNDELIVERABLE\",\"id\":9,"
          + "\"name\":\"UNDELIVERABLE_NOT_DELIVERED\",\"description\":\"Message sent not delivered\"},"
          + "\"error\":{\"groupId\":1,\"groupName\":\"HANDSET_ERRORS\",\"id\":27,"
          + "\"name\":\"EC_ABSENT_SUBSCRIBER\",\"description\":\"Absent subscriber\","
          + "\"permanent\":false}}]}";
  static final String BLOCK =
      "{\"results\":[{\"event\":\"BLOCK\",\"receivedAt\":\"2026-03-03T09:05:07.120+0000\","
          + "\"messageId\":\"b-1\",\"content\":{\"sender\":\"447700900999\","
          + "\"destination\":\"447700900123\",\"channel\":\"SMS\",\"sourceType\":\"MO\"}}]}";
  static final String ACCEPTED =
      "{\"bulkId\":\"4034072219640523071\",\n"
          + " \"messages\":[{\"messageId\":\"conv-91-m7\",\"destination\":\"447700900123\",\n"
          + "   \"status\":{\"groupId\":1,\"groupName\":\"PENDING\",\"id\":26,"
          + "\"name\":\"PENDING_ACCEPTED\",\"description\":\"Message sent to next instance\"},\n"
          + "   \"details\":{\"messageCount\":1}}]}";
  static final String REJECTED =
      "{\"messages\":[{\"messageId\":\"conv-91-m7\",\"destination\":\"447700900123\","
          + "\"status\":{\"groupId\":5,\"groupName\":\"REJECTED\",\"id\":14,"
          + "\"name\":\"REJECTED_DESTINATION_BLOCKLISTED\",\"description\":\"Destination blocklisted\","
          + "\"action\":\"Remove destination from blocklist\"}}]}";
  static final String ERROR =
      "{\"errorCode\":\"E400\",\"description\":\"<human text>\","
          + "\"action\":\"<human text: what to change>\",\n"
          + " \"violations\":[{\"property\":\"messages[0].destinations[0].to\","
          + "\"violation\":\"<why>\"}],\"resources\":[{\"name\":\"<doc title>\",\"url\":\"<doc link>\"}]}";
  static final String OLD_ERROR =
      "{\"requestError\":{\"serviceException\":{\"messageId\":\"UNAUTHORIZED\",\"text\":\"…\","
          + "\"validationErrors\":{\"field\":[\"…\"]}}}}";

  private Samples() {}

  /** An answer about our message. */
  static String ours(String documented) {
    return documented.replace("conv-91-m7", MESSAGE_ID.toString());
  }

  static OpenAccount account(String... settings) {
    return account(Map.of("apiKey", API_KEY), settings);
  }

  static OpenAccount account(Map<String, String> secrets, String... settings) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("baseUrl", "xk3p9z.api.infobip.com");
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return new OpenAccount(ACCOUNT_ID, Channel.SMS, all, secrets, List.of(address(OURS)));
  }

  static ChannelAddress address(String address) {
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
    return outgoing(address(OURS), CUSTOMER, null, MessageContent.ofText(text));
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

  static WebhookRequest call(String body, String... headers) {
    return call(body.getBytes(UTF_8), headers);
  }

  static WebhookRequest call(byte[] body, String... headers) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("Content-Type", List.of("application/json"));
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], List.of(headers[i + 1]));
    }
    return new WebhookRequest("POST", URL, "", null, all, body);
  }

  static Reception.Understood receive(String body) {
    return (Reception.Understood) new InfobipReceiver().receive(call(body), account(), NOW);
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

  /** An answer with this status for our message. */
  static ProviderResponse item(String status) {
    return response(
        200, "{\"messages\":[{\"messageId\":\"" + MESSAGE_ID + "\",\"status\":{" + status + "}}]}");
  }
}
