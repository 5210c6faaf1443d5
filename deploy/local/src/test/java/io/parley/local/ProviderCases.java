package io.parley.local;

import io.parley.local.ProviderCase.Order;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every provider but Twilio, which the demo organisation has. */
final class ProviderCases {

  private static final Map<String, ?> AT_ONCE = Map.of("sentMs", 5, "deliveredMs", 20, "readMs", 0);
  private static final Map<String, ?> FEW = Map.of("retries", 3, "faster", 1000);
  private static final String TELESIGN_KEY =
      "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==";
  private static final String TELESIGN_ID = "0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9";
  private static final String INFOBIP_KEY =
      "0c9f3a0b7d1e4c55a8f0123456789abc-7d1e2f30-aaaa-bbbb-cccc-0123456789ab";
  private static final String AZURE_KEY =
      "YWNzLWRlbW8tYWNjZXNzLWtleS1mb3ItdW5pdC10ZXN0cy1vbmx5LTAxMjM0NTY3ODk=";
  private static final String AZURE_SECRET = "0123456789abcdef0123456789abcdef";
  private static final String GOOGLE_CLIENT = "sender@harbor-books.iam.gserviceaccount.com";
  private static final KeyPair GOOGLE_KEY = keyPair();

  private ProviderCases() {}

  static Stream<ProviderCase> all() {
    return Stream.of(
        telesign(),
        infobip(),
        azure(),
        link(),
        myLink(),
        vibes(),
        businessMessages(),
        rcs(),
        contract(),
        declared());
  }

  private static ProviderCase telesign() {
    return new ProviderCase(
        "telesign",
        "SMS",
        Map.of("customerId", TELESIGN_ID),
        Map.of("apiKey", TELESIGN_KEY),
        "12065550111",
        "LONG_CODE",
        "+12065550142",
        url ->
            List.of(
                new Order(
                    "/telesign/accounts/" + TELESIGN_ID,
                    Map.of(
                        "apiKey", TELESIGN_KEY,
                        "senders", List.of("12065550111"),
                        "callback", Map.of("url", url),
                        "deliverDelays", AT_ONCE,
                        "repetition", FEW))),
        text ->
            new Order(
                "/telesign/inbound",
                Map.of(
                    "accountId",
                    TELESIGN_ID,
                    "from",
                    "12065550142",
                    "to",
                    "12065550111",
                    "body",
                    text)));
  }

  private static ProviderCase infobip() {
    return new ProviderCase(
        "infobip",
        "SMS",
        Map.of("baseUrl", "xk3p9z.api.infobip.com"),
        Map.of("apiKey", INFOBIP_KEY),
        "+447700900999",
        "LONG_CODE",
        "+447700900123",
        url ->
            List.of(
                new Order(
                    "/infobip/accounts/xk3p9z",
                    Map.of(
                        "apiKey", INFOBIP_KEY,
                        "senders", List.of("447700900999"),
                        "forwardUrl", url,
                        "reportWindowMs", 20,
                        "deliverDelays", AT_ONCE,
                        "repetition", FEW))),
        text ->
            new Order(
                "/infobip/inbound",
                Map.of(
                    "accountId", "xk3p9z",
                    "from", "447700900123",
                    "to", "447700900999",
                    "body", text)));
  }

  private static ProviderCase azure() {
    return new ProviderCase(
        "azure",
        "SMS",
        Map.of(),
        Map.of(
            "connectionString",
            "endpoint=https://demo-helpdesk.communication.azure.com/;accesskey=" + AZURE_KEY,
            "webhookSecret",
            AZURE_SECRET),
        "18335550142",
        "TOLL_FREE",
        "+14255550177",
        url ->
            List.of(
                new Order(
                    "/azure/accounts/demo-helpdesk",
                    Map.of(
                        "accessKey", AZURE_KEY,
                        "senders", List.of(Map.of("sender", "+18335550142", "type", "tollFree")),
                        "deliverDelays", AT_ONCE)),
                new Order(
                    "/azure/accounts/demo-helpdesk/subscriptions/acs-sms",
                    Map.of(
                        "endpoint",
                        Map.of("url", url + "?code=" + AZURE_SECRET),
                        "schema",
                        "cloudEvents",
                        "handshake",
                        "automatic",
                        "repetition",
                        FEW))),
        text ->
            new Order(
                "/azure/inbound",
                Map.of(
                    "accountId", "demo-helpdesk",
                    "from", "+14255550177",
                    "to", "+18335550142",
                    "body", text)));
  }

  private static ProviderCase link() {
    Map<String, ?> destination = Map.of("username", "dlr_hook", "password", "Zx81-push");
    return new ProviderCase(
        "link-mobility",
        "SMS",
        Map.of(
            "baseUrl", "https://n-eu.linkmobility.io",
            "username", "harbor_api",
            "platformId", "COMMON_API",
            "platformPartnerId", "48213",
            "gateId", "Tq3mVbZk",
            "callbackUsername", "dlr_hook"),
        Map.of("password", "Kelp&Tide-9", "callbackPassword", "Zx81-push"),
        "27333",
        "SHORT_CODE",
        "+4790012345",
        url ->
            List.of(
                new Order(
                    "/link/accounts/48213",
                    Map.of(
                        "username", "harbor_api",
                        "password", "Kelp&Tide-9",
                        "platformId", "COMMON_API",
                        "platformPartnerId", "48213",
                        "sources", List.of("27333"),
                        "inboundGateId", "Mx2cTy7p",
                        "gates",
                            List.of(
                                gate("Tq3mVbZk", url, destination),
                                gate("Mx2cTy7p", url, destination)),
                        "deliverDelays", AT_ONCE,
                        "repetition", FEW))),
        text ->
            new Order(
                "/link/inbound",
                Map.of(
                    "accountId", "48213",
                    "source", "+4790012345",
                    "destination", "NO-27333",
                    "text", text)));
  }

  private static Map<String, ?> gate(String id, String url, Map<String, ?> credentials) {
    Map<String, Object> destination = new java.util.HashMap<>(credentials);
    destination.put("url", url);
    return Map.of("id", id, "acknowledge", true, "destinations", List.of(destination));
  }

  private static ProviderCase myLink() {
    return new ProviderCase(
        "link-mobility",
        "SMS",
        Map.of("variant", "MYLINK", "clientId", "harbor"),
        Map.of("clientSecret", "s3cret"),
        "+46731240011",
        "LONG_CODE",
        "+46700001234",
        url ->
            List.of(
                new Order(
                    "/mylink/accounts/harbor",
                    Map.of(
                        "clientId",
                        "harbor",
                        "clientSecret",
                        "s3cret",
                        "senders",
                        List.of("+46731240011"),
                        "profile",
                        Map.of("url", url),
                        "repetition",
                        FEW))),
        text ->
            new Order(
                "/mylink/inbound",
                Map.of(
                    "accountId", "harbor",
                    "from", "+46700001234",
                    "to", "+46731240011",
                    "text", text)));
  }

  private static ProviderCase vibes() {
    return new ProviderCase(
        "vibes",
        "SMS",
        Map.of("username", "ops@harborbooks.example", "inboundUsername", "mo-hook"),
        Map.of("password", "Tide-42", "inboundPassword", "Reef-77"),
        "73355",
        "SHORT_CODE",
        "+13125550143",
        url ->
            List.of(
                new Order(
                    "/vibes/accounts/harbor",
                    Map.of(
                        "username", "ops@harborbooks.example",
                        "password", "Tide-42",
                        "sources", List.of("73355"),
                        "moUsername", "mo-hook",
                        "moPassword", "Reef-77",
                        "inbound", Map.of("url", url),
                        "repetition", FEW))),
        text ->
            new Order(
                "/vibes/inbound",
                Map.of("accountId", "harbor", "from", "3125550143", "to", "73355", "text", text)));
  }

  private static ProviderCase businessMessages() {
    return new ProviderCase(
        "google",
        "GOOGLE_BUSINESS_MESSAGES",
        Map.of("representativeName", "Tomás"),
        Map.of("clientToken", "gbm-ct-7Hq2Lw9ZpX4v", "serviceAccountKey", googleKeyFile()),
        "brands/1b9d6bcd-harbor/agents/5f0c2a77-books",
        "BUSINESS_AGENT",
        "7d3c5e10-52ab-4c8e-9a44-0b6f1e2d9c31",
        url ->
            List.of(
                new Order(
                    "/google/accounts/acc-17",
                    Map.of(
                        "clientToken",
                        "gbm-ct-7Hq2Lw9ZpX4v",
                        "brandId",
                        "1b9d6bcd-harbor",
                        "agentId",
                        "5f0c2a77-books",
                        "serviceAccount",
                        googleAccount(),
                        "webhook",
                        Map.of("url", url),
                        "deliverDelays",
                        AT_ONCE,
                        "repetition",
                        FEW))),
        text ->
            new Order(
                "/google/inbound",
                Map.of(
                    "accountId", "acc-17",
                    "conversationId", "7d3c5e10-52ab-4c8e-9a44-0b6f1e2d9c31",
                    "text", text)));
  }

  private static ProviderCase rcs() {
    return new ProviderCase(
        "google",
        "RCS",
        Map.of(),
        Map.of("clientToken", "rbm-ct-Qk83-vesper", "serviceAccountKey", googleKeyFile()),
        "harbor-books",
        "BUSINESS_AGENT",
        "+15550104477",
        url ->
            List.of(
                new Order(
                    "/rcs/accounts/rcs-1",
                    Map.of(
                        "clientToken",
                        "rbm-ct-Qk83-vesper",
                        "agentId",
                        "harbor-books",
                        "serviceAccount",
                        googleAccount(),
                        "webhook",
                        Map.of("url", url),
                        "repetition",
                        FEW))),
        text ->
            new Order(
                "/rcs/inbound",
                Map.of("accountId", "rcs-1", "from", "+15550104477", "text", text)));
  }

  private static ProviderCase contract() {
    return new ProviderCase(
        "custom",
        "SMS",
        Map.of(
            "form", "contract",
            "endpoint", "https://channel.example.org/custom/contract/mine",
            "channelDefinitionId", "0b7d0a52-6f7e-4d0c-9c55-2f6a4a7b1c11",
            "organizationId", "org-1",
            "contractAuthentication", "token"),
        Map.of("sharedSecret", "t0k3n-that-is-long-enough-to-be-one"),
        "+12065550122",
        "LONG_CODE",
        "+12065550143",
        url ->
            List.of(
                new Order(
                    "/contract/accounts/mine",
                    Map.of(
                        "channelDefinitionId",
                        "0b7d0a52-6f7e-4d0c-9c55-2f6a4a7b1c11",
                        "organizationId",
                        "org-1",
                        "senders",
                        List.of("+12065550122"),
                        "authorization",
                        "Bearer t0k3n-that-is-long-enough-to-be-one",
                        "headers",
                        Map.of("Authorization", "Bearer t0k3n-that-is-long-enough-to-be-one"),
                        "deliveryReports",
                        Map.of("url", url),
                        "inbound",
                        Map.of("url", url),
                        "reportAfterMs",
                        20,
                        "retries",
                        3))),
        text ->
            new Order(
                "/contract/inbound",
                Map.of(
                    "accountId", "mine",
                    "from", "+12065550143",
                    "to", "+12065550122",
                    "text", text)));
  }

  private static ProviderCase declared() {
    return new ProviderCase(
        "custom",
        "CUSTOM",
        Map.ofEntries(
            Map.entry("form", "http"),
            Map.entry("callAuthentication", "hmac"),
            Map.entry("callAuthName", "X-Signature"),
            Map.entry("callAuthPrefix", "sha256="),
            Map.entry("receiptsBy", "url"),
            Map.entry("messageId", "/id"),
            Map.entry("messageFrom", "/from"),
            Map.entry("messageTo", "/to"),
            Map.entry("messageText", "/text"),
            Map.entry("receiptProviderId", "/id"),
            Map.entry("receiptOurId", "/ref"),
            Map.entry("receiptStatus", "/state"),
            Map.entry("receiptStatusValues", "sent = SENT\ndelivered = DELIVERED"),
            Map.entry("sendUrl", "https://sms.example.org/custom/http/shop/v2/messages"),
            Map.entry("sendFormat", "json"),
            Map.entry(
                "sendBody",
                "{\"to\":\"{{to}}\",\"from\":\"{{from}}\",\"text\":\"{{text}}\","
                    + "\"ref\":\"{{messageId}}\"}"),
            Map.entry("sendAuthentication", "header"),
            Map.entry("sendAuthName", "X-Api-Key"),
            Map.entry("successStatus", "202"),
            Map.entry("providerId", "/id")),
        Map.of("callSecret", "hush-hush-hush-hush", "sendSecret", "k3y-of-the-shop"),
        "shop-desk",
        "CUSTOM",
        "visitor-77",
        url ->
            List.of(
                new Order(
                    "/custom/accounts/shop",
                    Map.of(
                        "send",
                        Map.of(
                            "path", "/v2/messages",
                            "proof",
                                Map.of(
                                    "type",
                                    "token",
                                    "header",
                                    "X-Api-Key",
                                    "value",
                                    "k3y-of-the-shop"),
                            "required", Map.of("/to", ".+", "/text", "(?s).+"),
                            "fields",
                                Map.of(
                                    "from",
                                    "/from",
                                    "to",
                                    "/to",
                                    "text",
                                    "/text",
                                    "clientId",
                                    "/ref"),
                            "repeats", "same_id",
                            "accepted",
                                Map.of(
                                    "status",
                                    202,
                                    "body",
                                    Map.of("template", "{\"id\":\"{{id}}\"}")),
                            "refused",
                                Map.of("body", Map.of("template", "{\"error\":\"{{code}}\"}"))),
                        "states",
                        List.of("sent", "delivered"),
                        "stepMs",
                        20,
                        "inbound",
                        declaredCall(
                            url,
                            "{\"id\":\"{{id}}\",\"from\":\"{{from}}\",\"to\":\"{{to}}\","
                                + "\"text\":\"{{text}}\"}"),
                        "receipt",
                        declaredCall(
                            url + "/status",
                            "{\"id\":\"{{id}}\",\"ref\":\"{{clientId}}\","
                                + "\"state\":\"{{status}}\"}")))),
        text ->
            new Order(
                "/custom/inbound",
                Map.of(
                    "accountId", "shop", "from", "visitor-77", "to", "shop-desk", "text", text)));
  }

  private static Map<String, ?> declaredCall(String url, String template) {
    return Map.of(
        "endpoint", Map.of("url", url),
        "proof",
            Map.of(
                "type", "hmac",
                "header", "X-Signature",
                "secret", "hush-hush-hush-hush",
                "prefix", "sha256=",
                "signed", "{{body}}"),
        "body", Map.of("format", "json", "template", template));
  }

  private static Map<String, ?> googleAccount() {
    return Map.of(
        "clientEmail",
        GOOGLE_CLIENT,
        "privateKeyId",
        "k1d0042",
        "publicKey",
        Base64.getEncoder().encodeToString(GOOGLE_KEY.getPublic().getEncoded()));
  }

  private static String googleKeyFile() {
    String pem =
        "-----BEGIN PRIVATE KEY-----\\n"
            + Base64.getEncoder().encodeToString(GOOGLE_KEY.getPrivate().getEncoded())
            + "\\n-----END PRIVATE KEY-----\\n";
    return "{\"type\":\"service_account\",\"project_id\":\"harbor-books\",\"private_key_id\":\"k1d0042\","
        + "\"private_key\":\""
        + pem
        + "\",\"client_email\":\""
        + GOOGLE_CLIENT
        + "\",\"token_uri\":\"https://oauth2.googleapis.com/token\"}";
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has RSA", e);
    }
  }
}
