package io.parley.channels.azure;

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
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The account, vectors and examples of providers/azure-communication-services.md. */
final class Samples {

  static final String ACCESS_KEY =
      "YWNzLWRlbW8tYWNjZXNzLWtleS1mb3ItdW5pdC10ZXN0cy1vbmx5LTAxMjM0NTY3ODk=";
  static final byte[] KEY = Base64.getDecoder().decode(ACCESS_KEY);
  static final String HOST = "demo-helpdesk.unitedstates.communication.azure.com";
  static final String CONNECTION = "endpoint=https://" + HOST + "/;accesskey=" + ACCESS_KEY;
  static final String SECRET = "0123456789abcdef0123456789abcdef";
  static final String OTHER_SECRET = "fedcba9876543210fedcba9876543210";
  static final String RESOURCE =
      "/subscriptions/1111/resourceGroups/rg1/providers/microsoft.communication/communicationservices/demo-helpdesk";
  static final String URL = "https://desk.example.org/webhooks/azure/ch_7";
  static final URI STATUS = URI.create(URL + "/status?message=unused");
  static final Instant NOW = Instant.parse("2026-03-03T09:05:07Z");
  static final UUID ACCOUNT_ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
  static final UUID ADDRESS_ID = UUID.fromString("00000000-0000-4000-8000-000000000002");
  static final UUID MESSAGE_ID = UUID.fromString("00000000-0000-4000-8000-000000000003");
  static final String OURS = "+18335550142";
  static final String SHORT_CODE = "62345";
  static final String CUSTOMER = "+14255550177";
  static final String EVENT_GRID = "application/json; charset=utf-8";
  static final String CLOUD_EVENT = "application/cloudevents+json; charset=utf-8";

  static final Map<String, String> ENTRA_SETTINGS =
      Map.of(
          "endpoint", "https://" + HOST,
          "tenantId", "tenant-1",
          "clientId", "11111111-2222-3333-4444-555555555555");

  /** The example of §8, as it is there. */
  static final String INBOUND =
      "[{\"id\":\"0f7b2c1e-7a5d-4b55-8f0c-6a8b8d3f0c01\",\"topic\":\""
          + RESOURCE
          + "\",\"subject\":\"/phonenumber/18335550142\","
          + "\"eventType\":\"Microsoft.Communication.SMSReceived\",\"eventTime\":\"2026-03-03T09:12:47Z\","
          + "\"dataVersion\":\"1.0\",\"metadataVersion\":\"1\",\"data\":{"
          + "\"messageId\":\"0f7b2c1e-7a5d-4b55-8f0c-6a8b8d3f0c01\",\"from\":\"14255550177\","
          + "\"to\":\"18335550142\",\"message\":\"Is my order on its way?\","
          + "\"receivedTimestamp\":\"2026-03-03T09:12:45.3200000Z\",\"segmentCount\":1}}]";

  /** The example of §8, as it is there. */
  static final String REPORT =
      "{\"specversion\":\"1.0\",\"id\":\"a1f0\",\"source\":\""
          + RESOURCE
          + "\",\"subject\":\"/phonenumber/18335550142\","
          + "\"type\":\"Microsoft.Communication.SMSDeliveryReportReceived\",\"time\":\"2026-03-03T09:13:03Z\","
          + "\"data\":{\"messageId\":\"Outgoing_20260303091300c0ffee_noam\",\"from\":\"18335550142\","
          + "\"to\":\"+14255550177\",\"deliveryStatus\":\"Failed\","
          + "\"deliveryStatusDetails\":\"4007: recipient opted out\","
          + "\"receivedTimestamp\":\"2026-03-03T09:13:02.2855749Z\","
          + "\"deliveryAttempts\":[{\"timestamp\":\"2026-03-03T09:13:01.9315918Z\","
          + "\"segmentsSucceeded\":0,\"segmentsFailed\":1}],\"Tag\":\"conv-91\"}}";

  /** The example of §8, as it is there. */
  static final String MIXED_ANSWER =
      "{\"value\":[\n"
          + " {\"to\":\"+14255550177\",\"messageId\":\"Outgoing_20260303090508a1b2_noam\",\"httpStatusCode\":202,\"repeatabilityResult\":\"accepted\",\"successful\":true},\n"
          + " {\"to\":\"+1555\",\"httpStatusCode\":400,\"errorMessage\":\"Invalid To phone number format.\",\"successful\":false},\n"
          + " {\"to\":\"+14255550188\",\"httpStatusCode\":503,\"errorMessage\":\"ServiceUnavailable\",\"successful\":false}]}";

  private Samples() {}

  static OpenAccount account() {
    return account(Map.of(), Map.of());
  }

  static OpenAccount account(Map<String, String> settings, Map<String, String> moreSecrets) {
    Map<String, String> secrets = new LinkedHashMap<>(moreSecrets);
    secrets.putIfAbsent("connectionString", CONNECTION);
    return new OpenAccount(
        ACCOUNT_ID,
        Channel.SMS,
        settings,
        secrets,
        List.of(
            ours(OURS, SenderType.TOLL_FREE),
            ours(SHORT_CODE, SenderType.SHORT_CODE),
            ours("CONTOSO", SenderType.ALPHANUMERIC)));
  }

  static OpenAccount entraAccount() {
    return account(ENTRA_SETTINGS, Map.of("clientSecret", "s~cret&1"));
  }

  static ChannelAddress ours(String address, SenderType type) {
    return new ChannelAddress(ADDRESS_ID, ACCOUNT_ID, Channel.SMS, address, "Service", type);
  }

  static CallContext context(OpenAccount account) {
    return new CallContext(account, Endpoints.REAL, NOW, null);
  }

  static OutgoingMessage outgoing(String text) {
    return outgoing(phone(CUSTOMER), null, MessageContent.ofText(text));
  }

  static OutgoingMessage outgoing(
      CustomerAddress to, @Nullable String replyTo, MessageContent content) {
    return new OutgoingMessage(
        MESSAGE_ID,
        ours(OURS, SenderType.TOLL_FREE),
        to,
        replyTo,
        content,
        null,
        NOW.minusSeconds(3));
  }

  static CustomerAddress phone(String number) {
    return new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, number);
  }

  static WebhookRequest post(String contentType, String body, String... headers) {
    return call("POST", null, contentType, body, headers);
  }

  static WebhookRequest call(
      String method,
      @Nullable String query,
      @Nullable String contentType,
      String body,
      String... headers) {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    if (contentType != null) {
      byName.put("Content-Type", List.of(contentType));
    }
    for (int i = 0; i < headers.length; i += 2) {
      byName.put(headers[i], List.of(headers[i + 1]));
    }
    return new WebhookRequest(method, URL, "", query, byName, body.getBytes(UTF_8));
  }

  static Reception receive(String body) {
    return new AzureReceiver().receive(post(EVENT_GRID, body), account(), NOW);
  }

  /** The example with something else in it. */
  static Reception receiveInbound(String old, String replacement) {
    return receive(INBOUND.replace(old, replacement));
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
}
