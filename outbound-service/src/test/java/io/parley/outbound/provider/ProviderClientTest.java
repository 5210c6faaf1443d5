package io.parley.outbound.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.platform.provider.Exchange;
import io.parley.platform.provider.ProviderClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProviderClientTest {

  @Inject
  @SuppressWarnings("NullAway.Init")
  ProviderClient client;

  private final AtomicInteger calls = new AtomicInteger();

  @SuppressWarnings("NullAway.Init")
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/status/",
        exchange -> {
          calls.incrementAndGet();
          String path = exchange.getRequestURI().getPath();
          byte[] body =
              (exchange.getRequestMethod()
                      + " "
                      + exchange.getRequestHeaders().getFirst("Authorization")
                      + " "
                      + exchange.getRequestHeaders().getFirst("Content-Type")
                      + " "
                      + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                      + " "
                      + exchange.getRequestURI().getRawQuery())
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Retry-After", "7");
          exchange.getResponseHeaders().add("Location", "/status/200");
          exchange.sendResponseHeaders(
              Integer.parseInt(path.substring("/status/".length())), body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.createContext(
        "/long",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(new byte[30_000]);
          exchange.close();
        });
    server.createContext(
        "/silent",
        exchange -> {
          calls.incrementAndGet();
          LockSupport.parkNanos(2_000_000_000L);
          exchange.close();
        });
    server.createContext(
        "/drop",
        exchange -> {
          calls.incrementAndGet();
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private ProviderRequest post(String path) {
    return new ProviderRequest(
        "POST",
        URI.create("http://localhost:" + server.getAddress().getPort() + path),
        Map.of(
            "Authorization", List.of("Basic abc"),
            "Content-Type", List.of("application/x-www-form-urlencoded")),
        "To=%2B1&Body=a+b".getBytes(StandardCharsets.UTF_8));
  }

  private static ProviderRequest get(URI uri) {
    return new ProviderRequest("GET", uri, Map.of("Accept", List.of("*/*")), new byte[0]);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 302, 400, 401, 404, 429, 500, 503})
  void everyStatusIsReadWithItsHeadersAndBody(int status) {
    // When
    Exchange exchange = client.exchange(post("/status/" + status + "?DateSent%3E=2025"));

    // Then
    assertThat(exchange).isInstanceOf(Exchange.Answered.class);
    ProviderResponse response = ((Exchange.Answered) exchange).response();
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.header("Retry-After")).contains("7");
    assertThat(new String(response.body(), StandardCharsets.UTF_8))
        .isEqualTo(
            "POST Basic abc application/x-www-form-urlencoded To=%2B1&Body=a+b DateSent%3E=2025");
    assertThat(calls).hasValue(1);
  }

  @Test
  void callWithoutABodyHasNone() {
    // Given
    ProviderRequest get = get(post("/status/200").uri());

    // When
    Exchange exchange = client.exchange(get);

    // Then
    assertThat(new String(((Exchange.Answered) exchange).response().body(), StandardCharsets.UTF_8))
        .startsWith("GET null null");
  }

  @Test
  void tooLongAnswerIsNotKept() {
    // When
    Exchange exchange = client.exchange(post("/long"));

    // Then
    assertThat(exchange).isInstanceOf(Exchange.Lost.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/silent", "/drop"})
  void callWithoutAnAnswerIsLostAndNotRepeated(String path) {
    // When
    Exchange exchange = client.exchange(post(path));

    // Then
    assertThat(exchange).isInstanceOf(Exchange.Lost.class);
    assertThat(calls).hasValue(1);
  }

  @Test
  void withoutAListenerNothingWasSent() {
    // Given
    ProviderRequest request = post("/status/200");
    server.stop(0);

    // When
    Exchange exchange = client.exchange(request);

    // Then
    assertThat(exchange).isInstanceOf(Exchange.NotSent.class);
  }

  @Test
  void withoutAnAddressNothingWasSent() {
    // When
    Exchange exchange = client.exchange(get(URI.create("http://provider.invalid/")));

    // Then
    assertThat(exchange).isInstanceOf(Exchange.NotSent.class);
  }
}
