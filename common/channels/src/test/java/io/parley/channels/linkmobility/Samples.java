package io.parley.channels.linkmobility;

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

/** The accounts, addresses and calls of providers/link-mobility.md. */
final class Samples {

  static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  static final UUID ACCOUNT_ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
  static final UUID ADDRESS_ID = UUID.fromString("00000000-0000-4000-8000-000000000002");
  static final UUID MESSAGE_ID = UUID.fromString("00000000-0000-4000-8000-000000000003");
  static final String CALLBACK = "Basic ZGxyX2hvb2s6Wng4MS1wdXNo";
  static final String URL = "https://chat.harborbooks.example/hooks/link/9f2c7d5be1a84c60";
  static final Map<String, String> SECRETS =
      Map.of(
          "password", "Kelp&Tide-9", "callbackPassword", "Zx81-push", "clientSecret", "Mussel-51");

  static final String INBOUND =
      """
      {"destination":"NO-27333","subNumber":null,"source":"+4790012345",
       "content":{"type":"SMS","userData":"Harbor hvor er pakken min?","encoding":"TEXT"},
       "operator":"no.telia","timestamp":"2026-02-11T07:42:10Z","messageId":"Ff0kR2+uYQkAAAGQm1/8pTz4",
       "operatorTimestamp":"2026-02-11T07:42:09Z","operatorMessageId":"884120077",
       "route":{"type":"KEYWORD_ROUTE","id":"kw-771","refId":"harbor","gateIds":["Mx2cTy7p"],"platformId":"SMSC",
        "platformPartnerId":"48213","number":"NO-27333","keyword":"HARBOR","keywordType":"FIRST_WORD","active":true,
        "shared":false,"description":"Harbor Books"},
       "gateCustomParameters":{},"customParameters":{"suggestedOperator":"no.telia","queued":"2026-02-11 08:42:10"}}
      """;
  static final String DELIVERED =
      """
      {"refId":"00000000-0000-4000-8000-000000000003","id":"Hb7qLw+T0kEAAAGPxR/21vQd","operator":"no.telia","sentTimestamp":"2026-02-11T07:43:01Z",
       "timestamp":"2026-02-11T07:42:59Z","resultCode":1001,"operatorResultCode":"0","segments":1,
       "gateCustomParameters":{},"customParameters":{"received":"2026-02-11 08:43:02"}}
      """;
  static final String DEAD_NUMBER =
      """
      {"refId":"01HPX4AA2K9D","id":"Jc1rMx+U1lFAAAGPyS/32wRe$1","operator":null,"sentTimestamp":"2026-02-11T08:00:00Z",
       "timestamp":"2026-02-11T08:00:00Z","resultCode":2106,"operatorResultCode":null,"segments":2,
       "gateCustomParameters":{},"customParameters":{}}
      """;
  static final String MYLINK_STATUS =
      """
      {"eventId":"3f8d6c0e-91b4-4d0f-a1c7-52e3f9b8d604","channel":"sms","recipient":"+46700001234","timeStamp":"2026-02-11T08:10:04Z",
       "status":{"requestId":"6c2f7c1e-2f0a-4a0e-9d53-0b6c6b0f9b11","referenceId":"01HQ0B6E5V3R","messageId":"b0e4a9d2-7d57-4f86-8b0d-5f1a6f2f6a70","type":"delivered","code":2000,"details":"Delivered","segments":1},
       "provider":{"timestamp":"2026-02-11T08:10:03Z","code":"0","details":"ok","operator":"se.tele2"}}
      """;
  static final String MYLINK_INBOUND =
      """
      {"eventId":"b4a0de57-6f0b-4c0c-8a3e-70c1d5a2e991","channel":"sms","recipient":"+46731240011","timeStamp":"2026-02-11T08:12:40Z",
       "provider":{"timestamp":"2026-02-11T08:12:39Z","code":"","details":"","operator":"se.tele2"},
       "reply":{"sender":"+46700001234","routeId":"rt-204","routeKeyword":"HARBOR","text":"Harbor thanks"}}
      """;

  private Samples() {}

  static Map<String, String> common(String... more) {
    return settings(
        Map.of(
            "baseUrl", "https://n-eu.linkmobility.io",
            "username", "harbor_api",
            "platformId", "COMMON_API",
            "platformPartnerId", "48213",
            "gateId", "Tq3mVbZk",
            "callbackUsername", "dlr_hook"),
        more);
  }

  static Map<String, String> myLink(String... more) {
    return settings(Map.of("variant", "MYLINK", "clientId", "harbor-client"), more);
  }

  /** A value of (none) takes a setting away. */
  private static Map<String, String> settings(Map<String, String> usual, String... more) {
    Map<String, String> settings = new HashMap<>(usual);
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
        List.of(ours("27333", SenderType.SHORT_CODE), ours("+46731240011", SenderType.LONG_CODE)));
  }

  static ChannelAddress ours(String address, SenderType type) {
    return new ChannelAddress(ADDRESS_ID, ACCOUNT_ID, Channel.SMS, address, "Service", type);
  }

  static CallContext context(Map<String, String> settings) {
    return new CallContext(account(settings), Endpoints.REAL, NOW, "eyJ0ZXN0");
  }

  static OutgoingMessage outgoing(String text) {
    return outgoing(
        ours("27333", SenderType.SHORT_CODE), "+4790012345", null, MessageContent.ofText(text));
  }

  static OutgoingMessage outgoing(
      ChannelAddress from, String to, @Nullable String answers, MessageContent content) {
    return new OutgoingMessage(
        MESSAGE_ID,
        from,
        new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, to),
        null,
        content,
        answers,
        NOW.minusSeconds(60));
  }

  static WebhookRequest call(String body) {
    return call("POST", "", null, Map.of(), body);
  }

  static WebhookRequest call(
      String method,
      String subPath,
      @Nullable String query,
      Map<String, String> more,
      String body) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("content-type", List.of("application/json"));
    headers.put("authorization", List.of(CALLBACK));
    more.forEach((name, value) -> headers.put(name, List.of(value)));
    return new WebhookRequest(method, URL + subPath, subPath, query, headers, body.getBytes(UTF_8));
  }

  static Reception receive(Map<String, String> settings, String body) {
    return new LinkReceiver().receive(call(body), account(settings), NOW);
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
