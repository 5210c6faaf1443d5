package io.parley.ctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An admin service reduced to its contract about the document: it keeps one text, refuses what
 * contains "wrong", and counts versions.
 */
final class ContractServer implements AutoCloseable {

  static final String EMAIL = "admin@example.org";
  static final String PASSWORD = "kept-in-no-argument";
  static final String TOKEN = "header.body.signature";
  static final int FIRST_VERSION = 41;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private volatile String document = "queues: []\n";
  private final AtomicInteger version = new AtomicInteger(FIRST_VERSION);
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean changedAfterPlan;

  private ContractServer(HttpServer server) {
    this.server = server;
  }

  static ContractServer start() throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ContractServer contract = new ContractServer(http);
    http.createContext("/", contract::answer);
    http.start();
    return contract;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  String document() {
    return document;
  }

  void holds(String yaml) {
    document = yaml;
  }

  /** Somebody else changes the configuration as soon as a plan was made. */
  void isChangedAfterPlan() {
    changedAfterPlan = true;
  }

  List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      calls.add(call);
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (call.equals("POST /api/v1/sign-in")) {
        signIn(exchange, body);
      } else if (!("Bearer " + TOKEN)
          .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        problem(exchange, 401, "Sign-in is needed", "No valid token.", "");
      } else {
        switch (call) {
          case "GET /api/v1/configuration" -> {
            exchange.getResponseHeaders().add("ETag", "\"" + version + "\"");
            send(exchange, 200, "application/yaml", document);
          }
          case "POST /api/v1/configuration/plan" -> plan(exchange, body);
          case "POST /api/v1/configuration/apply" -> apply(exchange, body);
          case "GET /busy/api/v1/configuration" ->
              problem(exchange, 503, "Not available now", "The database is away.", "");
          case "GET /page/api/v1/configuration" -> send(exchange, 404, "text/html", "<html>");
          case "GET /moved/api/v1/configuration" -> {
            exchange.getResponseHeaders().add("Location", url() + "/api/v1/configuration");
            send(exchange, 302, "text/html", "<html>");
          }
          case "POST /page/api/v1/configuration/plan" ->
              send(exchange, 200, "application/json", "[\"planted-secret\"]");
          default -> problem(exchange, 404, "Not found", "No such path.", "");
        }
      }
    }
  }

  private static void signIn(HttpExchange exchange, String body) throws IOException {
    JsonNode credentials = JSON.readTree(body);
    if (credentials.path("email").asText().equals(EMAIL)
        && credentials.path("password").asText().equals(PASSWORD)) {
      send(exchange, 200, "application/json", "{\"token\":\"" + TOKEN + "\",\"more\":1}");
    } else {
      problem(exchange, 401, "Sign-in was refused", "E-mail or password is wrong.", "");
    }
  }

  private void plan(HttpExchange exchange, String yaml) throws IOException {
    if (!refused(exchange, yaml)) {
      String changes = changes(yaml);
      send(
          exchange,
          200,
          "application/json",
          "{\"version\":%d,\"empty\":%s,\"changes\":%s}"
              .formatted(version.get(), changes.equals("[]"), changes));
      if (changedAfterPlan) {
        version.incrementAndGet();
      }
    }
  }

  private void apply(HttpExchange exchange, String yaml) throws IOException {
    String expected = exchange.getRequestHeaders().getFirst("If-Match");
    if (!("\"" + version + "\"").equals(expected) && !"*".equals(expected)) {
      problem(exchange, 412, "It was changed meanwhile", "Nothing was changed.", "");
    } else if (!refused(exchange, yaml)) {
      String changes = changes(yaml);
      document = yaml;
      send(
          exchange,
          200,
          "application/json",
          "{\"version\":%d,\"changes\":%s}".formatted(version.incrementAndGet(), changes));
    }
  }

  private String changes(String yaml) {
    return yaml.equals(document)
        ? "[]"
        : """
        [{"action":"CREATE","kind":"QUEUE","key":"sales",
          "differences":[{"pointer":"/name","before":null,"after":"Sales \\u001b[31m"}]},
         {"action":"REPLACE","kind":"QUEUE","key":"support",
          "differences":[{"pointer":"/priority","before":1,"after":2},
                         {"pointer":"/hours","before":"weekdays","after":null}]},
         {"action":"DELETE","kind":"ROUTE_RULE","key":"vip"}]""";
  }

  private static boolean refused(HttpExchange exchange, String yaml) throws IOException {
    List<String> lines = yaml.lines().toList();
    List<String> errors = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains("wrong")) {
        errors.add(
            "{\"pointer\":\"/queues/%d\",\"detail\":\"no such queue\",\"line\":%d}"
                .formatted(i, i + 1));
      }
    }
    if (errors.isEmpty()) {
      return false;
    }
    errors.add("{\"pointer\":\"\",\"detail\":\"a part is missing\"}");
    problem(exchange, 400, "The request is not valid", "Much.", String.join(",", errors));
    return true;
  }

  private static void problem(
      HttpExchange exchange, int status, String title, String detail, String errors)
      throws IOException {
    send(
        exchange,
        status,
        "application/problem+json",
        "{\"type\":\"urn:parley:problem:x\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"%s}"
            .formatted(
                title, status, detail, errors.isEmpty() ? "" : ",\"errors\":[" + errors + "]"));
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
