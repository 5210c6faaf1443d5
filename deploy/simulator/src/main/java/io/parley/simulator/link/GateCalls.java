package io.parley.simulator.link;

import io.parley.simulator.delivery.Attempt;
import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.Outcome;
import io.parley.simulator.delivery.RetryPolicy;
import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.delivery.Webhook;
import io.parley.simulator.http.Json;
import io.parley.simulator.journey.Delivered;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Calls a gate's destinations (link-mobility.md §2, §3, §6). */
final class GateCalls {

  private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);
  private static final long LONGEST_PAUSE_SECONDS = 300;

  /** Makes one webhook and waits for the end of its repetitions. */
  interface Line {
    List<Attempt> call(Webhook webhook, RetryPolicy policy) throws InterruptedException;
  }

  private GateCalls() {}

  /**
   * Calls every destination, the first that works, or any one.
   *
   * @param fields of the JSON body
   * @param templateFields what templates can name
   * @param kind whether the login of the destination is sent as it is
   */
  static List<Delivered.Delivery> make(
      String what,
      String messageId,
      LinkSettings account,
      Gate gate,
      Map<String, ?> fields,
      Map<String, Object> templateFields,
      SignatureKind kind,
      Line line)
      throws InterruptedException {
    RetryPolicy policy = account.retries(untilTtl(gate));
    List<Destination> places = gate.destinations();
    List<Delivered.Delivery> made = new ArrayList<>();
    List<Destination> chosen =
        gate.kind() == Gate.GateType.ONE_RANDOM && !places.isEmpty()
            ? List.of(places.get(ThreadLocalRandom.current().nextInt(places.size())))
            : places;
    for (int i = 0; i < chosen.size(); i++) {
      Destination place = chosen.get(i);
      if (place.isDropped()) {
        continue;
      }
      boolean isLast = i == chosen.size() - 1;
      boolean waits = gate.kind() == Gate.GateType.ONE_ORDERED && !isLast;
      Webhook webhook = webhook(what, messageId, account, place, fields, templateFields, kind);
      List<Attempt> attempts = line.call(webhook, waits ? policy.atMost(0) : policy);
      boolean taken = isTaken(gate, attempts.getLast());
      made.add(Delivered.Delivery.of(webhook, taken, attempts));
      if (taken && gate.kind() == Gate.GateType.ONE_ORDERED) {
        break;
      }
    }
    return made.isEmpty() ? List.of(Delivered.Delivery.nowhere(messageId)) : made;
  }

  private static boolean isTaken(Gate gate, Attempt attempt) {
    return gate.acknowledge()
        ? attempt.outcome() instanceof Outcome.Answered answered
            && answered.status() == 200
            && !answered.body().isBlank()
        : attempt.answeredBetween(200, 299);
  }

  private static RetryPolicy untilTtl(Gate gate) {
    int retries = (int) Math.min(100_000, gate.ttl() / 1_000 / LONGEST_PAUSE_SECONDS + 5);
    return new RetryPolicy(
        retries, attempt -> !isTaken(gate, attempt), READ_TIMEOUT, GateCalls::pause);
  }

  private static Duration pause(int number) {
    return Duration.ofSeconds(Math.min(10L << Math.min(number - 1, 16), LONGEST_PAUSE_SECONDS));
  }

  private static Webhook webhook(
      String what,
      String messageId,
      LinkSettings account,
      Destination place,
      Map<String, ?> fields,
      Map<String, Object> templateFields,
      SignatureKind kind) {
    Map<String, String> headers = new HashMap<>();
    String filled =
        place.template().map(pattern -> new Template(pattern).filled(templateFields)).orElse("");
    URI url = new Endpoint(place.url(), account.deliverTo()).address();
    String body;
    if (place.isForm()) {
      headers.put("Content-Type", "application/x-www-form-urlencoded");
      body = filled;
    } else if (place.method().equals("POST")) {
      headers.put("Content-Type", "application/json");
      body = Json.write(fields);
    } else {
      url = URI.create(url + (url.getRawQuery() == null ? "?" : "&") + filled);
      body = "";
    }
    place.extraHeader().ifPresent(header -> headers.put(header[0], header[1].strip()));
    switch (kind) {
      case VALID -> place.authorization("").ifPresent(v -> headers.put("Authorization", v));
      case SECONDARY, WRONG ->
          place.authorization("x").ifPresent(v -> headers.put("Authorization", v));
      case NONE -> {}
    }
    return new Webhook(what, messageId, place.method(), url, headers, body);
  }
}
