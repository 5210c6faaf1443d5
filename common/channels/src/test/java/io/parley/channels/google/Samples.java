package io.parley.channels.google;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.channels.CallContext;
import io.parley.channels.Endpoints;
import io.parley.channels.OpenAccount;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderResponse;
import io.parley.channels.Reception;
import io.parley.channels.WebhookRequest;
import io.parley.events.Channel;
import io.parley.events.CustomerAddress;
import io.parley.events.EventJson;
import io.parley.events.MessageContent;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Vectors and examples of providers/google-business-messages.md, and calls made of them. */
final class Samples {

  static final Instant NOW = Instant.ofEpochSecond(1_718_094_600);
  static final UUID ACCOUNT_ID = UUID.fromString("6f1c8f60-0a51-4c6e-9f52-4a4c3f1f0001");
  static final UUID ADDRESS_ID = UUID.fromString("6f1c8f60-0a51-4c6e-9f52-4a4c3f1f0002");
  static final UUID MESSAGE_ID = UUID.fromString("5e8a7b2c-0f3d-4c7e-8d11-9a2b3c4d5e6f");
  static final String URL = "https://parley.example/hooks/google/acc-17";
  static final String JSON = "application/json; charset=UTF-8";

  static final String GBM_TOKEN = "gbm-ct-7Hq2Lw9ZpX4v";
  static final String RCS_TOKEN = "rbm-ct-Qk83-vesper";
  static final String SECOND_TOKEN = "second-token-0815";
  static final String AGENT = "brands/1b9d6bcd-harbor/agents/5f0c2a77-books";
  static final String RCS_AGENT = "harbor-books";
  static final String CONVERSATION = "7d3c5e10-52ab-4c8e-9a44-0b6f1e2d9c31";
  static final String PHONE = "+15550104477";
  static final String REAL_PHONE = "+12065550100";
  static final String EMAIL = "gbm-sender@harbor-books.iam.gserviceaccount.com";
  static final String KEY_ID = "k1d0042";
  static final String ACCESS_TOKEN = "ya29.test";

  static final String GBM_SIGNATURE =
      "BNXJCJsuD2bIDag9lwGYz/Rtygfd8hvHryJKOJJMKpSFYpgRVZYuQ7pbKS1SqbFj4hdY81kgNka+c/1sNUSe6A==";
  static final String RECEIPTS_SIGNATURE =
      "rm33GwFlRNytlitpPukL8y5+9QMiJP6V9C6kYh33nrTJ4k8jNG7PHxYijmu0JKlyuecoP/Dhu9vNN2TNzCPzpg==";
  static final String RCS_SIGNATURE =
      "KOrB04BXvMcAnDIpPdcCzcgXSwI+t5WEmQT54n+DcnYrIO2x6JMafpaEhZb2UTDJ4IheDkvoxLAh9bOAcy0Hww==";

  static final String GBM_BODY =
      "{\"agent\":\"brands/1b9d6bcd-harbor/agents/5f0c2a77-books\",\"requestId\":\"req-2024"
          + "0611-0001\",\"conversationId\":\"7d3c5e10-52ab-4c8e-9a44-0b6f1e2d9c31\",\"message\":"
          + "{\"messageId\":\"c0ffee01-77aa-4b21-8f3e-2f6d1a9b5e10\",\"name\":\"conversations/7d3"
          + "c5e10-52ab-4c8e-9a44-0b6f1e2d9c31/messages/c0ffee01-77aa-4b21-8f3e-2f6d1a9b5e10\",\""
          + "text\":\"Olá, is a\\u003db \\u0026 open today?\",\"createTime\":\"2024-06-11T08:30:0"
          + "5.123456Z\"},\"sendTime\":\"2024-06-11T08:30:05.500Z\"}";

  static final String RECEIPTS_BODY =
      "{\"agent\":\"brands/1b9d6bcd-harbor/agents/5f0c2a77-books\",\"conversationId\":\"7d3"
          + "c5e10-52ab-4c8e-9a44-0b6f1e2d9c31\",\"sendTime\":\"2024-06-11T08:31:12.004Z\",\"rece"
          + "ipts\":{\"receipts\":[{\"message\":\"conversations/7d3c5e10-52ab-4c8e-9a44-0b6f1e2d9"
          + "c31/messages/01b7-a\",\"receiptType\":\"READ\"},{\"message\":\"conversations/7d3c5e1"
          + "0-52ab-4c8e-9a44-0b6f1e2d9c31/messages/01b7-b\",\"receiptType\":\"DELIVERED\"}],\"cr"
          + "eateTime\":\"2024-06-11T08:31:11.900Z\"}}";

  static final String LIVE_AGENT_BODY =
      "{\"agent\":\"brands/1b9d6bcd-harbor/agents/5f0c2a77-books\",\"requestId\":\"req-2024"
          + "0611-0009\",\"conversationId\":\"7d3c5e10-52ab-4c8e-9a44-0b6f1e2d9c31\",\n \"context"
          + "\":{\"entryPoint\":\"MAPS\",\"placeId\":\"ChIJh4rb0r\",\"resolvedLocale\":\"pt-BR\","
          + "\"userInfo\":{\"displayName\":\"Inês\",\"userDeviceLocale\":\"pt-BR\"}},\n \"userSta"
          + "tus\":{\"requestedLiveAgent\":true,\"createTime\":\"2024-06-11T08:32:00Z\"},\"sendTi"
          + "me\":\"2024-06-11T08:32:00.120Z\"}";

  static final String CHIPS_BODY =
      "{\"messageId\":\"5e8a7b2c-0f3d-4c7e-8d11-9a2b3c4d5e6f\",\"text\":\"We open at nine. "
          + "Shall I hold the book?\",\n \"representative\":{\"representativeType\":\"HUMAN\",\"d"
          + "isplayName\":\"Tomás\"},\"fallback\":\"We open at nine.\",\n \"suggestions\":[{\"rep"
          + "ly\":{\"text\":\"Yes\",\"postbackData\":\"hold_yes\"}},{\"action\":{\"text\":\"Route"
          + "\",\"postbackData\":\"route\",\"openUrlAction\":{\"url\":\"https://harborbooks.examp"
          + "le/route\"}}}]}";

  static final String CHIPS_ANSWER =
      "{\"name\":\"conversations/7d3c5e10-52ab-4c8e-9a44-0b6f1e2d9c31/messages/5e8a7b2c-0f3"
          + "d-4c7e-8d11-9a2b3c4d5e6f\",\"messageId\":\"5e8a7b2c-0f3d-4c7e-8d11-9a2b3c4d5e6f\",\""
          + "text\":\"We open at nine. Shall I hold the book?\",\"representative\":{\"representat"
          + "iveType\":\"HUMAN\",\"displayName\":\"Tomás\"}}";

  static final String SIGNING_INPUT =
      "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6ImsxZDAwNDIifQ.eyJpc3MiOiJnYm0tc2VuZGVyQ"
          + "GhhcmJvci1ib29rcy5pYW0uZ3NlcnZpY2VhY2NvdW50LmNvbSIsInNjb3BlIjoiaHR0cHM6Ly93d3cuZ29vZ"
          + "2xlYXBpcy5jb20vYXV0aC9idXNpbmVzc21lc3NhZ2VzIiwiYXVkIjoiaHR0cHM6Ly9vYXV0aDIuZ29vZ2xlY"
          + "XBpcy5jb20vdG9rZW4iLCJpYXQiOjE3MTgwOTQ2MDAsImV4cCI6MTcxODA5ODIwMH0";

  static final String RCS_DATA =
      "eyJzZW5kZXJQaG9uZU51bWJlciI6IisxNTU1MDEwNDQ3NyIsIm1lc3NhZ2VJZCI6Ik14TjR2UWsyUzdHZCIs"
          + "InNlbmRUaW1lIjoiMjAyNi0wMy0wMlQwOToxNToyNy40ODAxMjVaIiwidGV4dCI6Ik9sw6EsIHdoZXJlIGlz"
          + "IG15IG9yZGVyPyIsImFnZW50SWQiOiJoYXJib3ItYm9va3MifQ==";

  static final String ERROR_403 =
      "{\"error\":{\"code\":403,\"message\":\"The caller may not write to this conversation"
          + "\",\"status\":\"PERMISSION_DENIED\"}}";

  /** Made anew for every run: a private key has no place in a repository. */
  static final KeyPair KEYS = rsa(2_048);

  private Samples() {}

  static KeyPair rsa(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String pem(KeyPair keys) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(keys.getPrivate().getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  /** A key file as Google's console gives it. */
  static ObjectNode keyFile() {
    return EventJson.mapper()
        .createObjectNode()
        .put("type", "service_account")
        .put("project_id", "harbor-books")
        .put("private_key_id", KEY_ID)
        .put("private_key", pem(KEYS))
        .put("client_email", EMAIL)
        .put("client_id", "104477001122334455667")
        .put("token_uri", "https://oauth2.googleapis.com/token");
  }

  static OpenAccount account(Channel channel) {
    return account(channel, Map.of());
  }

  static OpenAccount account(Channel channel, Map<String, String> settings) {
    String token = channel == Channel.RCS ? RCS_TOKEN : GBM_TOKEN;
    return account(channel, settings, Map.of("clientToken", token));
  }

  static OpenAccount account(
      Channel channel, Map<String, String> settings, Map<String, String> secrets) {
    Map<String, String> all = new HashMap<>(secrets);
    all.putIfAbsent("serviceAccountKey", keyFile().toString());
    return new OpenAccount(ACCOUNT_ID, channel, settings, all, List.of(ours(channel)));
  }

  static ChannelAddress ours(Channel channel) {
    return new ChannelAddress(
        ADDRESS_ID,
        ACCOUNT_ID,
        channel,
        channel == Channel.RCS ? RCS_AGENT : AGENT,
        "Books",
        SenderType.BUSINESS_AGENT);
  }

  static CallContext context(OpenAccount account) {
    return new CallContext(account, Endpoints.REAL, NOW, ACCESS_TOKEN);
  }

  static OutgoingMessage outgoing(Channel channel, MessageContent content) {
    CustomerAddress to =
        channel == Channel.RCS
            ? new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, PHONE)
            : new CustomerAddress(CustomerAddress.Kind.BUSINESS_SCOPED_ID, CONVERSATION);
    return outgoing(channel, to, content);
  }

  static OutgoingMessage outgoing(Channel channel, CustomerAddress to, MessageContent content) {
    return new OutgoingMessage(
        MESSAGE_ID, ours(channel), to, null, content, null, NOW.minusSeconds(60));
  }

  /** A call as it came. */
  static WebhookRequest call(
      String method, @Nullable String contentType, byte[] body, @Nullable String signature) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    if (contentType != null) {
      headers.put("Content-Type", List.of(contentType));
    }
    if (signature != null) {
      headers.put("X-Goog-Signature", List.of(signature));
    }
    return new WebhookRequest(method, URL, "", null, headers, body);
  }

  static WebhookRequest call(String body, @Nullable String signature) {
    return call("POST", JSON, body.getBytes(UTF_8), signature);
  }

  /** A call of Business Messages with a signature made for it. */
  static WebhookRequest signed(byte[] body) {
    return call("POST", JSON, body, sign(GBM_TOKEN, body));
  }

  /** A call of RCS around an event, with a signature made for it. */
  static WebhookRequest wrapped(byte[] event) {
    return call(envelope(Base64.getEncoder().encodeToString(event)), sign(RCS_TOKEN, event));
  }

  static String envelope(String data) {
    return "{\"message\":{\"attributes\":{\"business_id\":\"harbor-books@rbm.goog\","
        + "\"message_type\":\"TEXT\",\"product\":\"RBM\",\"type\":\"message\","
        + "\"project_number\":\"55120087\"},\n\"data\":\""
        + data
        + "\",\"messageId\":\"990017\",\"message_id\":\"990017\","
        + "\"publishTime\":\"2026-03-02T09:15:28Z\",\"publish_time\":\"2026-03-02T09:15:28Z\"},\n"
        + "\"subscription\":\"projects/rbm-demo/subscriptions/rbm-sub\"}";
  }

  /** Signs with the JDK, not with the code under test. */
  static String sign(String token, byte[] data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA512"));
      return Base64.getEncoder().encodeToString(mac.doFinal(data));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Receives an event of Business Messages: these fields beside agent and conversation. */
  static Reception gbm(String fields) {
    String body =
        "{\"agent\":\"" + AGENT + "\",\"conversationId\":\"" + CONVERSATION + "\"," + fields + "}";
    return new GoogleReceiver()
        .receive(signed(body.getBytes(UTF_8)), account(Channel.GOOGLE_BUSINESS_MESSAGES), NOW);
  }

  /** Receives an event of RCS. */
  static Reception rcs(String event) {
    return new GoogleReceiver().receive(wrapped(event.getBytes(UTF_8)), account(Channel.RCS), NOW);
  }

  static Reception.Understood understood(Reception reception) {
    return (Reception.Understood) reception;
  }

  static ProviderResponse response(int status, String body, String... headers) {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      byName.put(headers[i], List.of(headers[i + 1]));
    }
    return new ProviderResponse(status, byName, body.getBytes(UTF_8));
  }

  /** Google's common form of an error. */
  static String error(int code, String status) {
    return "{\"error\":{\"code\":"
        + code
        + ",\"message\":\"Told.\",\"status\":\""
        + status
        + "\"}}";
  }
}
