package io.parley.simulator.telesign;

import static org.awaitility.Awaitility.await;

import io.parley.simulator.Simulator;
import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.Repetition;
import io.parley.simulator.http.Parameters;
import io.parley.simulator.testing.Caller;
import io.parley.simulator.testing.Receiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A simulator with the account of the provider file, and the application that it calls. */
final class Fixture implements AutoCloseable {

  static final String CUSTOMER_ID = "0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9";
  static final String API_KEY =
      "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==";
  static final String URL = "https://desk.example.org/webhooks/telesign/ch_3";
  static final String SEND = "/v1/messaging";
  static final String NOTHING = SEND + "/00000000000000000000000000000000";
  static final Instant THEN = Instant.parse("2025-03-04T09:15:57Z");
  static final String NUMBER = "12065550100";
  static final String CUSTOMER = "12065550142";

  final Receiver receiver = new Receiver();
  final Simulator simulator = Simulator.start(0);
  final Caller caller = new Caller(simulator.baseUrl(), CUSTOMER_ID, API_KEY);

  Fixture() {
    put(account());
  }

  void put(AccountSettings settings) {
    simulator.telesign().putAccount(CUSTOMER_ID, settings);
  }

  AccountSettings account() {
    return AccountSettings.of(API_KEY, NUMBER)
        .calling(new Endpoint(URL, receiver.base()), new Repetition(null, 1_000));
  }

  /** Sends a good message with these fields changed; an empty value leaves the field out. */
  Caller.Result send(String... changes) throws IOException, InterruptedException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("phone_number", CUSTOMER);
    form.put("message", "We open at 9");
    form.put("message_type", "ARN");
    form.put("sender_id", NUMBER);
    form.put("external_id", "msg-771");
    for (int i = 0; i < changes.length; i += 2) {
      form.put(changes[i], changes[i + 1]);
    }
    form.values().removeIf(String::isEmpty);
    return caller.postForm(SEND, Parameters.of(form).encode());
  }

  static Map<String, String> basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** The headers of the provider file's signed requests. */
  static Map<String, String> signed(String signature) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Authorization", "TSA " + CUSTOMER_ID + ":" + signature);
    headers.put("Date", "Tue, 04 Mar 2025 09:15:57 GMT");
    headers.put("x-ts-auth-method", "HMAC-SHA256");
    headers.put("x-ts-nonce", "5d0c2b52-7f0a-4a9e-9a51-0c3f5b9e7a10");
    return headers;
  }

  /** Codes of the reports that came, once there are so many. */
  List<Integer> reported(int count) {
    await().until(() -> receiver.requests().size() >= count);
    List<Integer> codes = new ArrayList<>();
    receiver
        .requests()
        .forEach(
            r -> codes.add(Integer.valueOf(r.body().replaceFirst("^.*?\"code\":(\\d+).*$", "$1"))));
    return codes;
  }

  @Override
  public void close() {
    simulator.close();
    receiver.close();
  }
}
