package io.parley.simulator.custom;

import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Request;
import io.parley.simulator.provider.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks a request against what was declared. */
final class RequestCheck {

  private static final Duration MOST_SKEW = Duration.ofMinutes(5);

  private RequestCheck() {}

  /**
   * The message's fields.
   *
   * @throws Refusal 400 with a code that says what is missing
   */
  static Map<String, String> fields(SendSettings send, Request request) {
    send.headers()
        .forEach(
            (name, pattern) -> {
              String value = request.header(name);
              if (value == null || !value.matches(pattern)) {
                throw refusal(send, 400, "header", name + " must match " + pattern);
              }
            });
    Places places = places(send, request);
    send.required()
        .forEach(
            (place, pattern) -> {
              if (places.at(place).filter(value -> value.matches(pattern)).isEmpty()) {
                throw refusal(send, 400, "field", place + " must match " + pattern);
              }
            });
    Map<String, String> found = new HashMap<>();
    send.fields().forEach((name, place) -> found.put(name, places.at(place).orElse("")));
    return found;
  }

  /** Whether the caller proves who it is. */
  static boolean isProved(SendSettings send, Request request, Instant now) {
    Proof proof = send.proof();
    if (proof == null) {
      return true;
    }
    String query = request.rawQuery() == null ? "" : "?" + request.rawQuery();
    String url = "http://" + request.header("host") + request.rawPath() + query;
    Instant at = now;
    if (proof instanceof Proof.Signed signed && signed.timestampHeader() != null) {
      String text = Objects.requireNonNullElse(request.header(signed.timestampHeader()), "");
      if (!text.matches("[0-9]{1,11}")) {
        return false;
      }
      at = Instant.ofEpochSecond(Long.parseLong(text));
      if (Duration.between(at, now).abs().compareTo(MOST_SKEW) > 0) {
        return false;
      }
    }
    return Proofs.headers(proof, url, request.body(), at, "").entrySet().stream()
        .allMatch(header -> same(header.getValue(), request.header(header.getKey())));
  }

  static Refusal refusal(SendSettings send, int status, String code, String message) {
    return new Refusal(
        send.refusal().answer(status, Map.of("code", code, "message", message), code));
  }

  private static Places places(SendSettings send, Request request) {
    try {
      return Places.of(send.formatOrJson(), request.body());
    } catch (InvalidFieldException e) {
      throw refusal(send, 400, "body", "The body " + e.getMessage());
    }
  }

  private static boolean same(String wanted, @Nullable String shown) {
    return shown != null
        && MessageDigest.isEqual(
            wanted.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }
}
