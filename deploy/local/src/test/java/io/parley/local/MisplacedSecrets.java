package io.parley.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.local.Settings.Part;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Requests that carry a secret where none belongs, and the answers to them. Every way of getting a
 * request wrong is one line.
 */
final class MisplacedSecrets {

  private static final String ACCOUNT =
      "{\"name\":\"x\",\"provider\":\"twilio\",\"channel\":\"SMS\","
          + "\"settings\":{\"accountSid\":\"AC00112233445566778899aabbccddeeff\"},\"secrets\":%s}";

  private final SystemUnderTest system;
  private final String administrator;
  private final List<Answer> answers = new ArrayList<>();

  private MisplacedSecrets(SystemUnderTest system) {
    this.system = system;
    this.administrator =
        Json.at(system.stack().settings().url(Part.ADMIN))
            .post(
                "/api/v1/sign-in",
                Map.of(
                    "email",
                    Stack.ADMINISTRATOR,
                    "password",
                    system.stack().credentials().password("administrator")))
            .ok()
            .get("token")
            .asText();
  }

  /** The answers to all of them. */
  static List<Answer> tried(SystemUnderTest system, String secret) {
    MisplacedSecrets misplaced = new MisplacedSecrets(system);
    misplaced.accounts(secret);
    misplaced.otherObjects(secret);
    misplaced.headersAndPaths(secret);
    misplaced.signingIn(secret);
    misplaced.otherServices(secret);
    return misplaced.answers;
  }

  private void accounts(String secret) {
    String path = "/api/v1/accounts";
    post(path, ACCOUNT.formatted("{\"authToken\":\"" + secret + " with blanks\"}"));
    post(path, ACCOUNT.formatted("{\"authToken\":\"" + secret.repeat(2000) + "\"}"));
    post(path, ACCOUNT.formatted("{\"authToken\":{\"" + "value\":\"" + secret + "\"}}"));
    post(path, ACCOUNT.formatted("{\"authToken\":[\"" + secret + "\"]}"));
    post(path, ACCOUNT.formatted("{\"noSuchSecret\":\"" + secret + "\"}"));
    post(path, ACCOUNT.formatted("{\"authToken\":\"${file:../" + secret + "}\"}"));
    post(path, ACCOUNT.formatted("{\"authToken\":\"${env:" + secret + "}\"}"));
    post(path, ACCOUNT.formatted("[\"" + secret + "\"]"));
    post(path, ACCOUNT.formatted("\"" + secret + "\""));
    post(path, ACCOUNT.formatted("{\"authToken\":\"" + secret + "\" oops"));
    post(path, ACCOUNT.formatted("{\"authToken\":\"" + secret));
    post(
        path,
        ACCOUNT
            .formatted("{}")
            .replace("\"settings\":{", "\"settings\":{\"authToken\":\"" + secret + "\","));
    post(path, ACCOUNT.formatted("{}").replace("\"SMS\"", "\"" + secret + "\""));
    post(path, ACCOUNT.formatted("{}").replace("\"twilio\"", "\"" + secret + "\""));
    post(path, ACCOUNT.formatted("{}").replace("\"x\"", "{\"a\":\"" + secret + "\"}"));
    post(path, ACCOUNT.formatted("{},\"authToken\":\"" + secret + "\""));
    post(path, ACCOUNT.formatted("{},\"id\":\"" + secret + "\""));
    post(path, secret);
    post(path, "\"" + secret + "\"");
    post(path, "[[[[\"" + secret + "\"]]]]");
    send(
        "POST",
        path,
        ACCOUNT.formatted("{\"authToken\":\"" + secret + "\"}"),
        Map.of("Content-Type", "text/plain"));
    send("DELETE", path, "{\"authToken\":\"" + secret + "\"}", Map.of());
  }

  private void otherObjects(String secret) {
    post(
        "/api/v1/users",
        "{\"name\":\"x\",\"email\":\""
            + secret
            + "\",\"password\":\""
            + secret
            + "\",\"roles\":[\"AGENT\"],\"capacity\":1}");
    post(
        "/api/v1/users",
        "{\"name\":\"x\",\"email\":\"x@y.example\",\"password\":[\""
            + secret
            + "\"],\"roles\":[\""
            + secret
            + "\"],\"capacity\":\""
            + secret
            + "\"}");
    post(
        "/api/v1/users",
        "{\"name\":\"x\",\"email\":\""
            + Stack.ADMINISTRATOR
            + "\",\"password\":\""
            + secret
            + "\",\"roles\":[\"AGENT\"],\"capacity\":1}");
    post(
        "/api/v1/queues",
        "{\"name\":\"x\",\"priority\":\"" + secret + "\",\"members\":[\"" + secret + "\"]}");
    post(
        "/api/v1/channel-addresses",
        "{\"name\":\"x\",\"accountId\":\""
            + secret
            + "\",\"address\":\""
            + secret
            + "\",\"type\":\""
            + secret
            + "\"}");
    post(
        "/api/v1/workstreams",
        "{\"name\":\"x\",\"channel\":\"SMS\",\"capacityUnits\":10,\"autoCloseAfter\":\""
            + secret
            + "\"}");
  }

  private void headersAndPaths(String secret) {
    String encoded = URLEncoder.encode(secret, UTF_8);
    send("GET", "/api/v1/accounts?limit=" + encoded, "", Map.of());
    send("GET", "/api/v1/accounts?after=" + encoded, "", Map.of());
    send("GET", "/api/v1/accounts/" + encoded, "", Map.of());
    send("GET", "/api/v1/" + encoded, "", Map.of());
    send("PUT", "/api/v1/accounts/" + new java.util.UUID(1, 1), "{}", Map.of("If-Match", secret));
    send("POST", "/api/v1/accounts", "{}", Map.of("Idempotency-Key", secret + " with blanks"));
    send("GET", "/api/v1/accounts", "", Map.of("Accept", "text/" + encoded));
    send("POST", "/api/v1/accounts", "{}", Map.of("traceparent", secret));
    String accounts = system.stack().settings().url(Part.ADMIN) + "/api/v1/accounts";
    keep(Answer.of("GET", accounts, "", Map.of("Authorization", "Bearer " + secret)));
    keep(Answer.of("GET", accounts, "", Map.of("Authorization", "Basic " + basic(secret))));
    keep(Answer.of("GET", accounts, "", Map.of("Authorization", secret)));
    keep(Answer.of("GET", accounts, "", Map.of("Cookie", "token=" + encoded)));
  }

  private void signingIn(String secret) {
    post("/api/v1/sign-in", "{\"email\":\"" + secret + "\",\"password\":\"" + secret + "\"}");
    post("/api/v1/sign-in", "{\"email\":7,\"password\":[\"" + secret + "\"]}");
    post(
        "/api/v1/sign-in",
        "{\"email\":\"a@b.example\",\"password\":\"" + secret + "\",\"otp\":\"" + secret + "\"}");
    post("/api/v1/sign-in", "email=a&password=" + secret);
  }

  private void otherServices(String secret) {
    String encoded = URLEncoder.encode(secret, UTF_8);
    Settings settings = system.stack().settings();
    for (String path :
        List.of(
            "/webhooks/twilio/" + encoded,
            "/webhooks/" + encoded + "/x",
            "/files/" + encoded + "/a.jpg?code=" + encoded,
            "/" + encoded)) {
      keep(Answer.of("GET", settings.url(Part.INGRESS) + path, "", Map.of()));
      keep(
          Answer.of(
              "POST",
              settings.url(Part.INGRESS) + path,
              "Body=" + encoded,
              Map.of(
                  "Content-Type",
                  "application/x-www-form-urlencoded",
                  "X-Twilio-Signature",
                  secret)));
    }
    for (Part part : List.of(Part.ROUTING, Part.OUTBOUND)) {
      for (String path :
          List.of("/api/v1/messages/", "/api/v1/conversations/", "/api/v1/stream-tickets/")) {
        keep(
            Answer.of(
                "GET",
                settings.url(part) + path + encoded,
                "",
                Map.of("Authorization", "Bearer " + administrator)));
        keep(
            Answer.of(
                "POST",
                settings.url(part) + path + "none",
                "{\"text\":\"" + secret + "\" oops",
                Map.of("Authorization", "Bearer " + secret)));
      }
    }
  }

  private void post(String path, String body) {
    send("POST", path, body, Map.of());
  }

  private void send(String method, String path, String body, Map<String, String> headers) {
    Map<String, String> all = new java.util.HashMap<>(headers);
    all.put("Authorization", "Bearer " + administrator);
    keep(Answer.of(method, system.stack().settings().url(Part.ADMIN) + path, body, all));
  }

  private void keep(Answer answer) {
    answers.add(answer);
  }

  private static String basic(String secret) {
    return Base64.getEncoder().encodeToString(("admin:" + secret).getBytes(UTF_8));
  }
}
