package io.parley.simulator.testing;

import io.parley.simulator.Simulator;
import io.parley.simulator.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How to send one good message to each provider, over nothing but HTTP. */
public enum Tongue {
  GOOGLE("google", 200, "json", "DELIVERED", "READ") {
    @Override
    String account(String hook) {
      return "{\"clientToken\":\"t\",\"brandId\":\"b\",\"agentId\":\"a\",\"conversations\":[\"c\"],\"readReceipts\":true,"
          + endpoint("webhook", hook)
          + "\"serviceAccount\":"
          + serviceAccount()
          + "}";
    }

    @Override
    public Exchange.Result send(Simulator simulator, String text)
        throws IOException, InterruptedException {
      String body =
          "{\"messageId\":\"%1$s\",\"text\":\"%1$s\",\"representative\":{\"representativeType\":\"BOT\"}}";
      return post(
          simulator,
          "/v1/conversations/c/messages",
          googleToken(simulator, "businessmessages"),
          "application/json",
          body.formatted(text));
    }
  },
  RCS("rcs", 200, "json", "DELIVERED", "READ") {
    @Override
    String account(String hook) {
      return "{\"clientToken\":\"t\",\"agentId\":\"a\",\"readReceipts\":true,"
          + endpoint("webhook", hook)
          + "\"serviceAccount\":"
          + serviceAccount()
          + "}";
    }

    @Override
    public Exchange.Result send(Simulator simulator, String text)
        throws IOException, InterruptedException {
      return post(
          simulator,
          "/v1/phones/%2B15550104477/agentMessages?agentId=a&messageId=" + text,
          googleToken(simulator, "rcsbusinessmessaging"),
          "application/json",
          "{\"contentMessage\":{\"text\":\"%s\"}}".formatted(text));
    }
  },
  LINK("link", 200, "json", "1000", "1001") {
    @Override
    String account(String hook) {
      return "{\"username\":\"u\",\"password\":\"p\",\"platformId\":\"COOL\",\"platformPartnerId\":\"1\","
          + "\"gates\":[{\"id\":\"g\",\"destinations\":[{\"url\":\""
          + hook
          + "/r\"}]}],"
          + "\"sources\":[\"Harbor\"]}";
    }

    @Override
    public Exchange.Result send(Simulator simulator, String text)
        throws IOException, InterruptedException {
      String body =
          "{\"source\":\"Harbor\",\"destination\":\"+4790012345\",\"userData\":\"%s\","
              + "\"platformId\":\"COOL\",\"platformPartnerId\":\"1\",\"deliveryReportGates\":[\"g\"],"
              + "\"ignoreResponse\":false}";
      return post(simulator, "/sms/send", BASIC, "application/json", body.formatted(text));
    }
  },
  MYLINK("mylink", 202, "json", "queued", "sent", "delivered") {
    @Override
    String account(String hook) {
      return "{"
          + endpoint("profile", hook)
          + "\"clientId\":\"u\",\"clientSecret\":\"p\",\"senders\":[\"Harbor\"]}";
    }

    @Override
    public Exchange.Result send(Simulator simulator, String text)
        throws IOException, InterruptedException {
      Exchange.Result token =
          post(
              simulator,
              "/auth/realms/CPaaS/protocol/openid-connect/token",
              "",
              "application/x-www-form-urlencoded",
              "grant_type=client_credentials&client_id=u&client_secret=p");
      String body =
          "[{\"recipient\":\"+46700001234\",\"content\":{\"text\":\"%s\","
              + "\"options\":{\"sms.sender\":\"Harbor\"}}}]";
      return post(
          simulator,
          "/sms/v1/messages",
          "Bearer " + token.json().path("access_token").asText(),
          "application/json",
          body.formatted(text));
    }
  },
  VIBES("vibes", 200, "xml", "System", "Carrier", "Handset") {
    @Override
    String account(String hook) {
      return "{\"username\":\"u\",\"password\":\"p\",\"sources\":[\"73355\"],\"deliverTo\":\""
          + hook
          + "\"}";
    }

    @Override
    public Exchange.Result send(Simulator simulator, String text)
        throws IOException, InterruptedException {
      String body =
          "<mtMessage><destination address='+13125550143' type='MDN'/>"
              + "<source address='73355' type='SC'/><text>%s</text>"
              + "<receiptOption callbackUrl='https://desk.example.org/r'>ALL</receiptOption>"
              + "</mtMessage>";
      return post(simulator, "/MessageApi/mt/messages", BASIC, "text/xml", body.formatted(text));
    }
  },
  CUSTOM("custom", 200, "json", "sent", "delivered") {
    @Override
    String account(String hook) {
      return "{\"send\":{\"path\":\"/send\",\"fields\":{\"text\":\"/text\"}},"
          + "\"receipt\":{"
          + endpoint("endpoint", hook)
          + "\"body\":{\"template\":\"{{status}}\"}}}";
    }

    @Override
    public Exchange.Result send(Simulator simulator, String text)
        throws IOException, InterruptedException {
      return post(
          simulator,
          "/custom/http/one/send",
          "",
          "application/json",
          "{\"text\":\"%s\"}".formatted(text));
    }
  },
  CONTRACT("contract", 200, "json", "Delivered") {
    @Override
    String account(String hook) {
      return "{"
          + endpoint("deliveryReports", hook)
          + "\"channelDefinitionId\":\"d\",\"organizationId\":\"o\"}";
    }

    @Override
    public Exchange.Result send(Simulator simulator, String text)
        throws IOException, InterruptedException {
      String body =
          "{\"ChannelDefinitionId\":\"d\",\"RequestId\":\"r\",\"IdempotencyId\":\"%1$s\",\"From\":\"f\","
              + "\"To\":\"t\",\"Message\":{\"text\":\"%1$s\"}}";
      return post(simulator, "/custom/contract/one", "", "application/json", body.formatted(text));
    }
  };

  private static final String BASIC = "Basic dTpw";
  private static final KeyPair KEY = newKey();

  private final String provider;
  private final int good;
  private final String errors;
  private final List<String> statuses;

  Tongue(String provider, int good, String errors, String... statuses) {
    this.provider = provider;
    this.good = good;
    this.errors = errors;
    this.statuses = List.of(statuses);
  }

  public String provider() {
    return provider;
  }

  /** The status of a success. */
  public int good() {
    return good;
  }

  /** What the content type of the provider's own errors contains. */
  public String errors() {
    return errors;
  }

  /** What is reported about a message that goes well. */
  public List<String> statuses() {
    return statuses;
  }

  /** Puts an account with the control API; reports go to the receiver at this base. */
  public void prepare(Simulator simulator, String hook) throws IOException, InterruptedException {
    Exchange.Result result =
        Exchange.call(
            "PUT",
            simulator.baseUrl() + "/control/" + provider + "/accounts/one",
            Map.of(),
            account(hook));
    if (result.status() != 204) {
      throw new IllegalStateException(result.body());
    }
  }

  abstract String account(String hook);

  public abstract Exchange.Result send(Simulator simulator, String text)
      throws IOException, InterruptedException;

  static Exchange.Result post(
      Simulator simulator, String path, String authorization, String contentType, String body)
      throws IOException, InterruptedException {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", contentType);
    if (!authorization.isEmpty()) {
      headers.put("Authorization", authorization);
    }
    return Exchange.call("POST", simulator.baseUrl() + path, headers, body);
  }

  static String endpoint(String name, String base) {
    return "\"%s\":{\"url\":\"%s/hook\"},".formatted(name, base);
  }

  static String serviceAccount() {
    String key = Base64.getEncoder().encodeToString(KEY.getPublic().getEncoded());
    return "{\"clientEmail\":\"s@x.example\",\"privateKeyId\":\"k\",\"publicKey\":\"" + key + "\"}";
  }

  static String googleToken(Simulator simulator, String scope)
      throws IOException, InterruptedException {
    long now = simulator.clock().instant().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", "s@x.example");
    claims.put("scope", "https://www.googleapis.com/auth/" + scope);
    claims.put("aud", "https://oauth2.googleapis.com/token");
    claims.put("iat", now);
    claims.put("exp", now + 60);
    String input = base64("{\"alg\":\"RS256\",\"kid\":\"k\"}") + "." + base64(Json.write(claims));
    Exchange.Result result =
        post(
            simulator,
            "/token",
            "",
            "application/x-www-form-urlencoded",
            "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="
                + input
                + "."
                + signature(input));
    return "Bearer " + result.json().path("access_token").asText();
  }

  private static String signature(String input) {
    try {
      Signature signer = Signature.getInstance("SHA256withRSA");
      signer.initSign(KEY.getPrivate());
      signer.update(input.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
