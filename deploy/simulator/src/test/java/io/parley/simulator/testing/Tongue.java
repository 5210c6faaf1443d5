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
import java.util.Map;

/** How to send one good message to each provider, over nothing but HTTP. */
public enum Tongue {
  GOOGLE("google", 200, "json") {
    @Override
    String account() {
      return "{\"clientToken\":\"t\",\"brandId\":\"b\",\"agentId\":\"a\",\"conversations\":[\"c\"],"
          + "\"serviceAccount\":"
          + serviceAccount()
          + "}";
    }

    @Override
    public Exchange.Result send(Simulator simulator, String text)
        throws IOException, InterruptedException {
      String body =
          "{\"messageId\":\"m\",\"text\":\"%s\",\"representative\":{\"representativeType\":\"BOT\"}}";
      return post(
          simulator,
          "/v1/conversations/c/messages",
          googleToken(simulator, "businessmessages"),
          "application/json",
          body.formatted(text));
    }
  },
  RCS("rcs", 200, "json") {
    @Override
    String account() {
      return "{\"clientToken\":\"t\",\"agentId\":\"a\",\"serviceAccount\":" + serviceAccount() + "}";
    }

    @Override
    public Exchange.Result send(Simulator simulator, String text)
        throws IOException, InterruptedException {
      return post(
          simulator,
          "/v1/phones/%2B15550104477/agentMessages?messageId=m&agentId=a",
          googleToken(simulator, "rcsbusinessmessaging"),
          "application/json",
          "{\"contentMessage\":{\"text\":\"%s\"}}".formatted(text));
    }
  },
  LINK("link", 200, "json") {
    @Override
    String account() {
      return "{\"username\":\"u\",\"password\":\"p\",\"platformId\":\"COOL\",\"platformPartnerId\":\"1\","
          + "\"sources\":[\"Harbor\"]}";
    }

    @Override
    public Exchange.Result send(Simulator simulator, String text)
        throws IOException, InterruptedException {
      String body =
          "{\"source\":\"Harbor\",\"destination\":\"+4790012345\",\"userData\":\"%s\","
              + "\"platformId\":\"COOL\",\"platformPartnerId\":\"1\",\"useDeliveryReport\":false,"
              + "\"ignoreResponse\":false}";
      return post(simulator, "/sms/send", BASIC, "application/json", body.formatted(text));
    }
  },
  MYLINK("mylink", 202, "json") {
    @Override
    String account() {
      return "{\"clientId\":\"u\",\"clientSecret\":\"p\",\"senders\":[\"Harbor\"]}";
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
  VIBES("vibes", 200, "xml") {
    @Override
    String account() {
      return "{\"username\":\"u\",\"password\":\"p\",\"sources\":[\"73355\"]}";
    }

    @Override
    public Exchange.Result send(Simulator simulator, String text)
        throws IOException, InterruptedException {
      String body =
          "<mtMessage><destination address='+13125550143' type='MDN'/>"
              + "<source address='73355' type='SC'/><text>%s</text></mtMessage>";
      return post(
          simulator, "/MessageApi/mt/messages", BASIC, "text/xml", body.formatted(text));
    }
  },
  CUSTOM("custom", 200, "json") {
    @Override
    String account() {
      return "{\"send\":{\"path\":\"/send\",\"fields\":{\"text\":\"/text\"}}}";
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
  CONTRACT("contract", 200, "json") {
    @Override
    String account() {
      return "{\"channelDefinitionId\":\"d\",\"organizationId\":\"o\"}";
    }

    @Override
    public Exchange.Result send(Simulator simulator, String text)
        throws IOException, InterruptedException {
      String body =
          "{\"ChannelDefinitionId\":\"d\",\"RequestId\":\"r\",\"IdempotencyId\":\"i\",\"From\":\"f\","
              + "\"To\":\"t\",\"Message\":{\"text\":\"%s\"}}";
      return post(
          simulator, "/custom/contract/one", "", "application/json", body.formatted(text));
    }
  };

  private static final String BASIC = "Basic dTpw";
  private static final KeyPair KEY = newKey();

  private final String provider;
  private final int good;
  private final String errors;

  Tongue(String provider, int good, String errors) {
    this.provider = provider;
    this.good = good;
    this.errors = errors;
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

  /** Puts an account with the control API. */
  public void prepare(Simulator simulator) throws IOException, InterruptedException {
    Exchange.Result result =
        Exchange.call(
            "PUT",
            simulator.baseUrl() + "/control/" + provider + "/accounts/one",
            Map.of(),
            account());
    if (result.status() != 204) {
      throw new IllegalStateException(result.body());
    }
  }

  abstract String account();

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
