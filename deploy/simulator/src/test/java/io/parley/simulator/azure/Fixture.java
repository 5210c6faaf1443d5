package io.parley.simulator.azure;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.simulator.Simulator;
import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.Repetition;
import io.parley.simulator.http.Json;
import io.parley.simulator.testing.Caller;
import io.parley.simulator.testing.Receiver;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A simulator with the resource of the provider file, and the application that it calls. */
final class Fixture implements AutoCloseable {

  static final String ACCOUNT = "demo-helpdesk";
  static final String KEY = "YWNzLWRlbW8tYWNjZXNzLWtleS1mb3ItdW5pdC10ZXN0cy1vbmx5LTAxMjM0NTY3ODk=";
  static final String NUMBER = "+18335550142";
  static final String CUSTOMER = "+14255550177";
  static final String SEND = "/sms?api-version=2021-03-07";
  static final String HOOK = "https://desk.example.org/webhooks/acs/ch_7?code=s3cr3t";
  static final Repetition FAST = new Repetition(3, 1_000_000);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  final Receiver receiver = new Receiver();
  final Simulator simulator = Simulator.start(0);
  final Caller caller = new Caller(simulator.baseUrl(), "", "");

  Fixture() {
    put(
        AccountSettings.of(
            KEY,
            SenderSettings.tollFree(NUMBER),
            SenderSettings.of("+447700900999", SenderType.MOBILE),
            SenderSettings.of("62345", SenderType.SHORT_CODE),
            SenderSettings.of("CONTOSO", SenderType.ALPHANUMERIC)));
  }

  void put(AccountSettings settings) {
    simulator.azure().putAccount(ACCOUNT, settings);
  }

  /** The settings with one more field, as the control API takes them. */
  void put(String field) throws IOException, InterruptedException {
    caller.json(
        "PUT",
        "/control/azure/accounts/" + ACCOUNT,
        "{\"accessKey\":\""
            + KEY
            + "\",\"senders\":[{\"sender\":\""
            + NUMBER
            + "\",\"type\":\"tollFree\"}],"
            + field
            + "}");
  }

  Endpoint endpoint() {
    return new Endpoint(HOOK, receiver.base());
  }

  void subscribe(Schema schema) {
    simulator
        .azure()
        .putSubscription(ACCOUNT, "acs-sms", SubscriptionSettings.of(endpoint(), schema, FAST));
  }

  static String message(String recipients, String text) {
    return "{\"from\":\""
        + NUMBER
        + "\",\"smsRecipients\":["
        + recipients
        + "],\"message\":\""
        + text
        + "\",\"smsSendOptions\":{\"enableDeliveryReport\":true,\"tag\":\"conv-91\"}}";
  }

  static String recipient(String to, String id, String firstSent) {
    return "{\"to\":\""
        + to
        + "\",\"repeatabilityRequestId\":\""
        + id
        + "\",\"repeatabilityFirstSent\":\""
        + firstSent
        + "\"}";
  }

  Caller.Result send() throws IOException, InterruptedException {
    return send(message("{\"to\":\"" + CUSTOMER + "\"}", "Olá, ready ✅"));
  }

  Caller.Result send(String json) throws IOException, InterruptedException {
    return call("POST", SEND, json);
  }

  Caller.Result call(String method, String path, String body)
      throws IOException, InterruptedException {
    return caller.send(method, path, signed(method, path, body), body);
  }

  Map<String, String> signed(String method, String path, String body) {
    String date = DATE.format(simulator.clock().instant());
    String hash = RequestSignature.contentHash(body);
    String host = "localhost:" + simulator.port();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("x-ms-date", date);
    headers.put("x-ms-content-sha256", hash);
    headers.put(
        "Authorization",
        "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature="
            + RequestSignature.of(KEY, method, path, date, host, hash));
    return headers;
  }

  /** The data of the events that came, once there are so many. */
  List<JsonNode> events(int count) {
    await().until(() -> events().size() >= count);
    return events();
  }

  private List<JsonNode> events() {
    List<JsonNode> events = new ArrayList<>();
    receiver
        .requests()
        .forEach(
            request -> {
              if (request.method().equals("POST")) {
                JsonNode body = Json.tree(request.body());
                if (body.isArray()) {
                  body.forEach(events::add);
                } else {
                  events.add(body);
                }
              }
            });
    return events;
  }

  @Override
  public void close() {
    simulator.close();
    receiver.close();
  }
}
