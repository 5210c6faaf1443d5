package io.parley.simulator.delivery;

import io.parley.simulator.recording.Recorder;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;

/**
 * Makes outgoing calls and records every try. Redirects are not followed. At most 256 calls run at
 * the same time; further callers wait.
 */
public final class WebhookClient implements AutoCloseable {

  private static final int MOST_AT_ONCE = 256;
  private static final int MOST_ANSWER_BYTES = 64 * 1024 + 1;

  // The client's own pool would grow by a platform thread for every call under way.
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .executor(threads)
          .build();
  private final Semaphore permits = new Semaphore(MOST_AT_ONCE);
  private final Recorder recorder;
  private final Clock clock;

  public WebhookClient(Recorder recorder, Clock clock) {
    this.recorder = recorder;
    this.clock = clock;
  }

  /**
   * Blocks until the webhook is answered or the policy gives up.
   *
   * @return every try, the last one last
   * @throws InterruptedException when the simulator stops
   */
  public List<Attempt> deliver(Webhook webhook, RetryPolicy policy) throws InterruptedException {
    return deliver(number -> webhook, policy);
  }

  /**
   * The same for a provider whose tries differ from each other.
   *
   * @param webhook the call for the try of this number, from 1
   */
  public List<Attempt> deliver(IntFunction<Webhook> webhook, RetryPolicy policy)
      throws InterruptedException {
    List<Attempt> attempts = new ArrayList<>(1);
    while (true) {
      Webhook call = webhook.apply(attempts.size() + 1);
      Attempt attempt = attempt(call, policy, attempts.size() + 1);
      attempts.add(attempt);
      recorder.webhook(call.recorded(attempt));
      if (!policy.repeats(attempt)) {
        return attempts;
      }
      Thread.sleep(policy.pauseAfter(attempt.number()));
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    threads.shutdownNow();
  }

  private Attempt attempt(Webhook webhook, RetryPolicy policy, int number)
      throws InterruptedException {
    permits.acquire();
    try {
      Instant at = clock.instant();
      long started = System.nanoTime();
      Outcome outcome = call(webhook, policy);
      return new Attempt(number, at, (System.nanoTime() - started) / 1_000_000, outcome);
    } finally {
      permits.release();
    }
  }

  private Outcome call(Webhook webhook, RetryPolicy policy) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(webhook.url())
            .timeout(policy.readTimeout())
            .method(webhook.method(), body(webhook));
    webhook.headers().forEach(request::setHeader);
    try {
      HttpResponse<InputStream> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return new Outcome.Answered(
            response.statusCode(),
            firstValues(response.headers()),
            new String(body.readNBytes(MOST_ANSWER_BYTES), StandardCharsets.UTF_8));
      }
    } catch (HttpConnectTimeoutException e) {
      return new Outcome.Unanswered(FailureKind.CONNECTION, reason(e));
    } catch (HttpTimeoutException e) {
      return new Outcome.Unanswered(FailureKind.READ_TIMEOUT, reason(e));
    } catch (IOException e) {
      return new Outcome.Unanswered(FailureKind.CONNECTION, reason(e));
    }
  }

  private static HttpRequest.BodyPublisher body(Webhook webhook) {
    return webhook.body().isEmpty() && !webhook.method().equals("POST")
        ? HttpRequest.BodyPublishers.noBody()
        : HttpRequest.BodyPublishers.ofString(webhook.body());
  }

  private static Map<String, String> firstValues(HttpHeaders headers) {
    Map<String, String> first = new HashMap<>();
    headers
        .map()
        .forEach((name, values) -> first.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return first;
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
  }
}
