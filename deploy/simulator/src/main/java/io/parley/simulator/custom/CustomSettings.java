package io.parley.simulator.custom;

import io.parley.simulator.delivery.RetryPolicy;
import io.parley.simulator.http.Fields;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider as a test declares it.
 *
 * @param send what it wants to be called with
 * @param inbound how it tells of customers' messages; may name {@code id}, {@code from}, {@code
 *     to}, {@code text} and {@code at}
 * @param receipt how it tells what became of a message; may besides name {@code status}, {@code
 *     code}, {@code message} and {@code clientId}
 * @param states the words told for a message that goes well; sent and delivered when absent
 * @param failedState the word for a failure; failed when absent
 * @param stepMs pause before each state; 0 means 5
 * @param retries how often webhooks without a 2xx are repeated
 * @param pauseMs pause between repetitions; 0 means 50
 * @param checkPath where {@code GET} answers 200 to the right proof and 401 to any other, below
 *     {@code /custom/http/{accountId}}
 */
public record CustomSettings(
    SendSettings send,
    @Nullable CallSettings inbound,
    @Nullable CallSettings receipt,
    List<String> states,
    @Nullable String failedState,
    int stepMs,
    int retries,
    int pauseMs,
    @Nullable String checkPath) {

  private static final Duration READ_TIMEOUT = Duration.ofSeconds(15);

  public CustomSettings {
    Fields.required(send, "send");
    List<String> given = Fields.listOrEmpty(states);
    states = given.isEmpty() ? List.of("sent", "delivered") : given;
    failedState = Fields.orElse(failedState, "failed");
    stepMs = Fields.between(stepMs == 0 ? 5 : stepMs, 1, 600_000, "stepMs");
    Fields.between(retries, 0, 1_000, "retries");
    pauseMs = Fields.between(pauseMs == 0 ? 50 : pauseMs, 1, 600_000, "pauseMs");
  }

  String failure() {
    return Fields.orElse(failedState, "failed");
  }

  RetryPolicy policy() {
    Duration pause = Duration.ofMillis(pauseMs);
    return new RetryPolicy(
        retries, attempt -> !attempt.answeredBetween(200, 299), READ_TIMEOUT, number -> pause);
  }
}
