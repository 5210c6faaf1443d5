package io.parley.simulator.infobip;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.simulator.Simulator;
import io.parley.simulator.delivery.Repetition;
import io.parley.simulator.http.Json;
import io.parley.simulator.testing.Caller;
import io.parley.simulator.testing.Receiver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A simulator with an account of the provider file, and the application that it calls. */
final class Fixture implements AutoCloseable {

  static final String ACCOUNT = "xk3p9z";
  static final String API_KEY =
      "0c9f3a0b7d1e4c55a8f0123456789abc-7d1e2f30-aaaa-bbbb-cccc-0123456789ab";
  static final String NUMBER = "447700900999";
  static final String CUSTOMER = "447700900123";
  static final String HOOK = "https://hooks.example.org/webhooks/infobip/ch_3/9fT2";
  static final String SEND = "/sms/3/messages";

  final Receiver receiver = new Receiver();
  final Simulator simulator = Simulator.start(0);
  final Caller caller = new Caller(simulator.baseUrl(), "", "");

  Fixture() {
    put(account());
  }

  void put(AccountSettings settings) {
    simulator.infobip().putAccount(ACCOUNT, settings);
  }

  /** The settings with one more field, as the control API takes them. */
  void put(String field) throws IOException, InterruptedException {
    caller.json(
        "PUT",
        "/control/infobip/accounts/" + ACCOUNT,
        "{\"apiKey\":\""
            + API_KEY
            + "\",\"senders\":[\"447700900999\",\"InfoSMS\"],\"deliverTo\":\""
            + receiver.base()
            + "\",\"repetition\":{\"retries\":2,\"faster\":1000000},"
            + field
            + "}");
  }

  AccountSettings account() {
    return AccountSettings.of(API_KEY, NUMBER, "InfoSMS")
        .forwarding(HOOK, receiver.base(), new Repetition(2, 1_000_000));
  }

  /** The message of the provider file. */
  static String message(String to, String messageId, String text, boolean intermediate) {
    return "{\"messages\":[{\"sender\":\"447700900999\",\"destinations\":[{\"to\":\""
        + to
        + "\",\"messageId\":\""
        + messageId
        + "\"}],\"content\":{\"text\":\""
        + text
        + "\"},\"webhooks\":{\"delivery\":{\"url\":\""
        + HOOK
        + "\",\"intermediateReport\":"
        + intermediate
        + "},\"contentType\":\"application/json\",\"callbackData\":\"conv-91\"}}]}";
  }

  Caller.Result send(String json) throws IOException, InterruptedException {
    return call("POST", SEND, json);
  }

  Caller.Result send() throws IOException, InterruptedException {
    return send(message(CUSTOMER, "conv-91-m7", "Your parcel leaves today.", false));
  }

  Caller.Result call(String method, String path, String json)
      throws IOException, InterruptedException {
    return caller.send(
        method,
        path,
        Map.of("Authorization", "App " + API_KEY, "Content-Type", "application/json"),
        json);
  }

  /** Status ids of the reports that came, once there are so many. */
  List<Integer> reported(int count) {
    await().until(() -> reports().size() >= count);
    return reports().stream().map(report -> report.path("status").path("id").asInt()).toList();
  }

  List<JsonNode> reports() {
    List<JsonNode> reports = new ArrayList<>();
    receiver.requests().forEach(r -> Json.tree(r.body()).path("results").forEach(reports::add));
    return reports;
  }

  @Override
  public void close() {
    simulator.close();
    receiver.close();
  }
}
