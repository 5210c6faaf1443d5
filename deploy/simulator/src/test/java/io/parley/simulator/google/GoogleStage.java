package io.parley.simulator.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.simulator.Simulator;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Parameters;
import io.parley.simulator.testing.Exchange;
import io.parley.simulator.testing.Receiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A simulator with one agent of Business Messages and one of RCS, and a client with their key. */
final class GoogleStage implements AutoCloseable {

  static final String CLIENT_TOKEN = "gbm-ct-7Hq2Lw9ZpX4v";
  static final String RCS_TOKEN = "rbm-ct-Qk83-vesper";
  static final String EMAIL = "gbm-sender@harbor-books.iam.gserviceaccount.com";
  static final String BRAND = "1b9d6bcd-harbor";
  static final String AGENT = "5f0c2a77-books";
  static final String CONVERSATION = "7d3c5e10-52ab-4c8e-9a44-0b6f1e2d9c31";
  static final String MESSAGES = "/v1/conversations/" + CONVERSATION + "/messages";
  static final String PHONE = "+15550104477";
  static final String REAL_AUDIENCE = "https://oauth2.googleapis.com/token";
  static final String HUMAN =
      "\"representative\":{\"representativeType\":\"HUMAN\",\"displayName\":\"Tomás\"}";

  static final KeyPair KEY = newKey();
  static final KeyPair OTHER_KEY = newKey();

  final Receiver receiver = new Receiver();
  final Simulator simulator = Simulator.start(0);

  GoogleStage() {
    put(Map.of());
    putRcs(Map.of());
  }

  /** The sample agent with these settings instead. */
  void put(Map<String, Object> changes) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("clientToken", CLIENT_TOKEN);
    settings.put("serviceAccount", serviceAccount());
    settings.put("brandId", BRAND);
    settings.put("agentId", AGENT);
    settings.put("webhook", webhook("gbm"));
    settings.put("conversations", new String[] {CONVERSATION});
    settings.putAll(changes);
    simulator.google().putAccount("acc-17", Json.read(Json.write(settings), GbmSettings.class));
  }

  void putRcs(Map<String, Object> changes) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("clientToken", RCS_TOKEN);
    settings.put("serviceAccount", serviceAccount());
    settings.put("agentId", "harbor-books");
    settings.put("webhook", webhook("rcs"));
    settings.putAll(changes);
    simulator.rcs().putAccount("rcs-1", Json.read(Json.write(settings), RcsSettings.class));
  }

  Exchange.Result send(String messageId, String text) throws IOException, InterruptedException {
    return message("{\"messageId\":\"" + messageId + "\",\"text\":\"" + text + "\"," + HUMAN + "}");
  }

  Exchange.Result message(String body) throws IOException, InterruptedException {
    return call("POST", MESSAGES, TokenIssuer.MESSAGES, body);
  }

  Exchange.Result sendRcs(String messageId, String text) throws IOException, InterruptedException {
    return rcsMessage(PHONE, messageId, "{\"contentMessage\":{\"text\":\"" + text + "\"}}");
  }

  Exchange.Result rcsMessage(String phone, String messageId, String body)
      throws IOException, InterruptedException {
    String path =
        "/v1/phones/"
            + phone.replace("+", "%2B")
            + "/agentMessages?messageId="
            + messageId
            + "&agentId=harbor-books";
    return call("POST", path, TokenIssuer.RCS, body);
  }

  Exchange.Result call(String method, String path, String scope, String body)
      throws IOException, InterruptedException {
    String token = token(scope).json().path("access_token").asText();
    return Exchange.call(
        method,
        simulator.baseUrl() + path,
        Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"),
        method.equals("GET") ? null : body);
  }

  Exchange.Result token(String scope) throws IOException, InterruptedException {
    long now = simulator.clock().instant().getEpochSecond();
    return exchange(assertion(KEY, "k1d0042", EMAIL, scope, REAL_AUDIENCE, now, now + 3600));
  }

  Exchange.Result exchange(String assertion) throws IOException, InterruptedException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
    form.put("assertion", assertion);
    return Exchange.call(
        "POST",
        simulator.baseUrl() + "/token",
        Map.of("Content-Type", "application/x-www-form-urlencoded"),
        Parameters.of(form).encode());
  }

  static String assertion(
      KeyPair key, String kid, String email, String scope, String audience, long iat, long exp) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", "RS256");
    header.put("typ", "JWT");
    header.put("kid", kid);
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", email);
    claims.put("scope", scope);
    claims.put("aud", audience);
    claims.put("iat", iat);
    claims.put("exp", exp);
    String input = base64(Json.write(header)) + "." + base64(Json.write(claims));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key.getPrivate());
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, Object> serviceAccount() {
    return Map.of(
        "clientEmail",
        EMAIL,
        "privateKeyId",
        "k1d0042",
        "publicKey",
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(KEY.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n");
  }

  static Instant at(String time) {
    return Instant.parse(time);
  }

  static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  @Override
  public void close() {
    simulator.close();
    receiver.close();
  }

  private Map<String, Object> webhook(String path) {
    return Map.of(
        "url", "https://chat.harborbooks.example/hooks/" + path, "deliverTo", receiver.base());
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
