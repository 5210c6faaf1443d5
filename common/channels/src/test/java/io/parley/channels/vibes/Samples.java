package io.parley.channels.vibes;

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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The accounts, addresses and calls of providers/vibes.md. */
final class Samples {

  static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  static final UUID ACCOUNT_ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
  static final UUID ADDRESS_ID = UUID.fromString("00000000-0000-4000-8000-000000000002");
  static final UUID MESSAGE_ID = UUID.fromString("00000000-0000-4000-8000-000000000003");
  static final String INBOUND_CREDENTIALS = "Basic bW8taG9vazpSZWVmLTc3";
  static final String URL = "https://chat.harborbooks.example/hooks/vibes/6d1f0a9c";
  static final Map<String, String> SECRETS =
      Map.of("password", "Tide-42", "inboundPassword", "Reef-77");

  static final String INBOUND =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <moMessage messageId="5d0c9f9e-0b1a-4a35-8a0e-aa0a54f2d911" receiptDate="2026-02-11 13:42:10 +0000" attemptNumber="1">
        <source address="+13125550143" carrier="104" type="MDN"/>
        <destination address="73355" type="SC"/>
        <message>Where is my order?</message>
      </moMessage>
      """;
  static final String STOP =
      "<moMessage messageId=\"77e0c1b2-3d44-4e0a-9b57-0c6c9a1e2f38\" receiptDate=\"2026-02-11 19:51:40"
          + " +0000\" attemptNumber=\"2\"><source address=\"3125550143\" carrier=\"105\""
          + " type=\"MDN\"/><destination address=\"73355\""
          + " type=\"SC\"/><message><![CDATA[stop]]></message></moMessage>";
  static final String HANDSET =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <mtMessageResponse messageId="0b9fb0f4-61d7-4c57-9f0e-3d9f4c6c2e77" submitterMessageId="01HPX3M8Z7Q4" receiptDate="2026-02-11T13:42:19.204-06:00">
        <multipart isMultipart="false" originalMessageId="" noOfParts="1" partNumber="1"/>
        <type>Handset</type>
        <status isError="false"><description>Reached the handset</description></status>
      </mtMessageResponse>
      """;
  static final String CARRIER_ERROR =
      "<mtMessageResponse messageId=\"a7c1f6de-58b8-4b3c-9a2e-b1b0f2f0e4d5\""
          + " receiptDate=\"2026-02-11T13:50:01.771-06:00\"><type>Carrier</type><status"
          + " isError=\"true\"><description>Carrier did not take the"
          + " message</description><errorCode>100</errorCode><internalErrorCode>8</internalErrorCode>"
          + "</status></mtMessageResponse>";
  static final String ACCEPTED =
      "<mtMessageRsp messageId=\"a7c1f6de-58b8-4b3c-9a2e-b1b0f2f0e4d5\""
          + " submitterMessageId=\"01HPX4Z1S8CC\" carrier=\"104\" splitLongMessage=\"true\"/>";
  static final String NOT_LEASED =
      "<mtMessageRsp submitterMessageId=\"01HPX3M8Z7Q4\"><status"
          + " isError=\"true\"><description>Source not"
          + " leased</description><errorCode>8</errorCode></status></mtMessageRsp>";

  private Samples() {}

  static Map<String, String> settings(String... more) {
    Map<String, String> settings =
        new HashMap<>(Map.of("username", "ops@harborbooks.example", "inboundUsername", "mo-hook"));
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    settings.values().removeIf("(none)"::equals);
    return settings;
  }

  static OpenAccount account(Map<String, String> settings) {
    return account(settings, SECRETS);
  }

  static OpenAccount account(Map<String, String> settings, Map<String, String> secrets) {
    return new OpenAccount(
        ACCOUNT_ID,
        Channel.SMS,
        settings,
        secrets,
        List.of(ours("73355", SenderType.SHORT_CODE), ours("+18885550123", SenderType.TOLL_FREE)));
  }

  static ChannelAddress ours(String address, SenderType type) {
    return new ChannelAddress(ADDRESS_ID, ACCOUNT_ID, Channel.SMS, address, "Service", type);
  }

  static CallContext context(Map<String, String> settings) {
    return new CallContext(account(settings), Endpoints.REAL, NOW, null);
  }

  static OutgoingMessage outgoing(String text) {
    return outgoing(ours("73355", SenderType.SHORT_CODE), null, MessageContent.ofText(text));
  }

  static OutgoingMessage outgoing(
      ChannelAddress from, @Nullable String answers, MessageContent content) {
    return new OutgoingMessage(
        MESSAGE_ID,
        from,
        new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, "+13125550143"),
        "3125550143",
        content,
        answers,
        NOW.minusSeconds(60));
  }

  static WebhookRequest call(String subPath, @Nullable String authorization, String body) {
    return call(subPath, null, authorization, body.getBytes(UTF_8));
  }

  static WebhookRequest call(
      String subPath, @Nullable String query, @Nullable String authorization, byte[] body) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("content-type", List.of("text/xml"));
    if (authorization != null) {
      headers.put("authorization", List.of(authorization));
    }
    return new WebhookRequest("POST", URL + subPath, subPath, query, headers, body);
  }

  static Reception receive(String body, String... more) {
    return new VibesReceiver()
        .receive(call("", INBOUND_CREDENTIALS, body), account(settings(more)), NOW);
  }

  static MessageReceived message(Reception reception) {
    return ((Reception.Understood) reception).messages().getFirst();
  }

  static ReceiptReceived receipt(Reception reception) {
    return ((Reception.Understood) reception).receipts().getFirst();
  }

  static ProviderResponse response(int status, String body) {
    return new ProviderResponse(status, Map.of(), body.getBytes(UTF_8));
  }
}
