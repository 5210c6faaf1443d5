package io.parley.platform.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parley.channels.CallContext;
import io.parley.channels.Endpoints;
import io.parley.channels.OpenAccount;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.channels.TokenIssuer;
import io.parley.channels.TokenResult;
import io.parley.events.Channel;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

  private static final int MANY = 16;

  private final UUID account = UUID.randomUUID();
  private final AtomicInteger calls = new AtomicInteger();
  private final CountDownLatch answer = new CountDownLatch(1);
  private final ConcurrentLinkedQueue<Thread> waiting = new ConcurrentLinkedQueue<>();

  @Test
  void allWhoWaitShareOneRefusalToAnswer() {
    // Given
    AccessTokens tokens =
        new AccessTokens(request -> answered(new Exchange.Lost("It did not answer in time.")));

    // When
    List<TokenResult> results = manyAtOnce(tokens);

    // Then
    assertThat(results).hasSize(MANY).allMatch(TokenResult.Unavailable.class::isInstance);
    assertThat(calls).hasValue(1);
  }

  @Test
  void allWhoWaitGetOneToken() {
    // Given
    AccessTokens tokens =
        new AccessTokens(
            request ->
                answered(new Exchange.Answered(new ProviderResponse(200, Map.of(), new byte[0]))));

    // When
    List<TokenResult> results = manyAtOnce(tokens);

    // Then
    assertThat(results)
        .hasSize(MANY)
        .allSatisfy(
            result ->
                assertThat(result)
                    .isInstanceOfSatisfying(
                        TokenResult.Issued.class,
                        issued -> assertThat(issued.token()).isEqualTo("token")));
    assertThat(calls).hasValue(1);
  }

  @Test
  void whoAsksAfterAFailureAsksAnew() {
    // Given
    answer.countDown();
    AccessTokens tokens =
        new AccessTokens(request -> answered(new Exchange.NotSent("There is no route.")));
    CallContext context = context("secret");
    tokens.get(new Issuer(), context);

    // When
    tokens.get(new Issuer(), context);

    // Then
    assertThat(calls).hasValue(2);
  }

  @Test
  void otherSecretsAreAnotherToken() {
    // Given
    answer.countDown();
    AccessTokens tokens =
        new AccessTokens(
            request ->
                answered(new Exchange.Answered(new ProviderResponse(200, Map.of(), new byte[0]))));
    tokens.get(new Issuer(), context("secret"));

    // When
    tokens.get(new Issuer(), context("another"));

    // Then
    assertThat(calls).hasValue(2);
  }

  @Test
  void whatCannotBeAskedBlocksNobody() {
    // Given
    answer.countDown();
    AccessTokens tokens =
        new AccessTokens(
            request -> {
              throw new IllegalStateException("no key");
            });
    CallContext context = context("secret");

    // When
    for (int attempt = 0; attempt < 2; attempt++) {

      // Then
      assertThatThrownBy(() -> tokens.get(new Issuer(), context))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private Exchange answered(Exchange exchange) {
    calls.incrementAndGet();
    try {
      answer.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return exchange;
  }

  /** Answers only when everybody waits. */
  private List<TokenResult> manyAtOnce(AccessTokens tokens) {
    CallContext context = context("secret");
    ThreadFactory noted =
        work -> {
          Thread thread = Thread.ofVirtual().unstarted(work);
          waiting.add(thread);
          return thread;
        };
    try (ExecutorService threads = Executors.newThreadPerTaskExecutor(noted)) {
      List<CompletableFuture<TokenResult>> asked =
          IntStream.range(0, MANY)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> tokens.get(new Issuer(), context), threads))
              .toList();
      await()
          .until(
              () ->
                  waiting.size() == MANY
                      && waiting.stream().allMatch(t -> t.getState() == Thread.State.WAITING));
      answer.countDown();
      return asked.stream().map(CompletableFuture::join).toList();
    }
  }

  private CallContext context(String secret) {
    return new CallContext(
        new OpenAccount(account, Channel.SMS, Map.of(), Map.of("key", secret), List.of()),
        Endpoints.REAL,
        Instant.EPOCH,
        null);
  }

  private static final class Issuer implements TokenIssuer {

    @Override
    public ProviderRequest request(CallContext context) {
      return new ProviderRequest(
          "POST", URI.create("https://provider.example/token"), Map.of(), new byte[0]);
    }

    @Override
    public TokenResult read(ProviderResponse response) {
      return new TokenResult.Issued("token", Duration.ofHours(1));
    }
  }
}
