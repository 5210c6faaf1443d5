package io.parley.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that runs for longer than a token is valid. */
class SessionTest {

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile Duration life = Duration.ofMinutes(10);
  private volatile int refreshStatus = 200;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/sign-in", exchange -> answer(exchange, 200));
    server.createContext("/api/v1/sign-in/refresh", exchange -> answer(exchange, refreshStatus));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void tokenIsUsedAsLongAsItIsGood() {
    // Given
    Session session = session();

    // When
    List<String> tokens = List.of(session.get(), session.get());

    // Then
    assertThat(tokens).containsOnly("token 1");
  }

  @Test
  void nextTokenComesBeforeThePresentOneRunsOutAndEachRefreshTokenIsUsedOnce() {
    // Given
    life = Duration.ofSeconds(30);
    Session session = session();

    // When
    List<String> tokens = List.of(session.get(), session.get());

    // Then
    assertThat(tokens).containsExactly("token 2", "token 3");
    assertThat(asked.subList(1, 3))
        .containsExactly("{\"refreshToken\":\"refresh 1\"}", "{\"refreshToken\":\"refresh 2\"}");
  }

  @Test
  void userSignsInAgainWhereTheSessionIsOver() {
    // Given
    life = Duration.ofSeconds(30);
    Session session = session();
    refreshStatus = 401;

    // When
    session.get();

    // Then
    assertThat(asked).hasSize(3);
    assertThat(asked.get(2)).contains("ada@example.org");
  }

  private Session session() {
    Json admin = Json.at("http://localhost:" + server.getAddress().getPort());
    return new Session(admin, "ada@example.org", "a password");
  }

  private void answer(HttpExchange exchange, int status) throws IOException {
    asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    byte[] body =
        "{\"token\": \"token %d\", \"expiresAt\": \"%s\", \"refreshToken\": \"refresh %d\"}"
            .formatted(asked.size(), Instant.now().plus(life), asked.size())
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
