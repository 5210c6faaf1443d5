package io.parley.simulator.twilio;

import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.FailureKind;
import io.parley.simulator.delivery.RetryPolicy;
import io.parley.simulator.http.Fields;
import io.parley.simulator.http.Parameters;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A URL as configured at Twilio, with an optional fragment of connection overrides (twilio-sms.md
 * §3.2). Of those, {@code rc}, {@code rp} and {@code rt} have effect.
 */
record WebhookUrl(String configured) {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final int LONGEST_READ_MS = 15_000;

  WebhookUrl {
    if (!Fields.isHttpUrl(configured)) {
      throw new IllegalArgumentException("not an http URL");
    }
  }

  /** What is signed: no fragment, no user and password. */
  String signed() {
    return configured.replaceFirst("#.*$", "").replaceFirst("^([a-zA-Z]+://)[^/?@]*@", "$1");
  }

  /** Where to connect; the base, if given, stands for scheme, host and port. */
  URI deliveredTo(@Nullable String base) {
    return new Endpoint(signed(), base).address();
  }

  /** The Basic credentials that stand in the URL, as a header value. */
  Optional<String> authorization() {
    return Optional.ofNullable(URI.create(configured).getUserInfo())
        .map(user -> Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
        .map(encoded -> "Basic " + encoded);
  }

  /** Twilio's default is one repetition, and only for connection failures. */
  RetryPolicy retries() {
    Parameters overrides = Parameters.parse(URI.create(configured).getRawFragment());
    int retries = number(overrides.text("rc"), 1, 5);
    int readMs = number(overrides.text("rt"), LONGEST_READ_MS, LONGEST_READ_MS);
    Set<FailureKind> on = EnumSet.noneOf(FailureKind.class);
    String policy = overrides.has("rp") ? overrides.text("rp") : "ct";
    for (String word : policy.split(",", -1)) {
      on.addAll(kinds(word));
    }
    return RetryPolicy.growing(retries, on, Duration.ofMillis(Math.max(100, readMs)), FIRST_PAUSE);
  }

  private static Set<FailureKind> kinds(String word) {
    return switch (word) {
      case "4xx" -> Set.of(FailureKind.CLIENT_ERROR);
      case "5xx" -> Set.of(FailureKind.SERVER_ERROR);
      case "ct" -> Set.of(FailureKind.CONNECTION);
      case "rt" -> Set.of(FailureKind.READ_TIMEOUT);
      case "all" -> FailureKind.all();
      default -> Set.of();
    };
  }

  private static int number(String text, int otherwise, int most) {
    return text.matches("[0-9]{1,6}") ? Math.min(Integer.parseInt(text), most) : otherwise;
  }
}
