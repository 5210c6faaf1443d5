package io.parley.channels.telesign;

import static io.parley.channels.telesign.Samples.API_KEY;
import static io.parley.channels.telesign.Samples.CUSTOMER_ID;
import static io.parley.channels.telesign.Samples.MESSAGE_ID;
import static io.parley.channels.telesign.Samples.NOW;
import static io.parley.channels.telesign.Samples.STATUS;
import static io.parley.channels.telesign.Samples.account;
import static io.parley.channels.telesign.Samples.outgoing;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.telesign.MessagingClient;
import com.telesign.RestClient;
import io.parley.channels.CallContext;
import io.parley.channels.Endpoints;
import io.parley.channels.ProviderRequest;
import io.parley.channels.wire.FormBody;
import io.parley.channels.wire.FormWriter;
import io.parley.channels.wire.MalformedFormException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TeleSign's own client, for the same message, makes the same call. */
class TelesignOracleTest {

  private record Call(String method, String path, Map<String, List<String>> headers, byte[] body) {}

  private final AtomicReference<@Nullable Call> received = new AtomicReference<>();
  private HttpServer server;
  private String address;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Map<String, List<String>> headers = new LinkedHashMap<>();
          exchange
              .getRequestHeaders()
              .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
          received.set(
              new Call(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().getRawPath(),
                  headers,
                  exchange.getRequestBody().readAllBytes()));
          byte[] answer = Samples.ACCEPTED.getBytes(UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    address =
        "http://"
            + server.getAddress().getAddress().getHostAddress()
            + ":"
            + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Hi", "We open at 9:00 — see you!", "a=b&c+d%20*~'()", "Grüße 📦", "line\nline"})
  void sameMessageGivesTheSameCall(String text)
      throws IOException, GeneralSecurityException, MalformedFormException {
    // Given
    Map<String, String> more = new LinkedHashMap<>();
    more.put("external_id", MESSAGE_ID.toString());
    more.put("sender_id", "12065550100");
    more.put("callback_url", STATUS.toString());

    // When
    RestClient.TelesignResponse answer =
        new MessagingClient(CUSTOMER_ID, API_KEY, address)
            .message("12065550142", text, "ARN", more);

    // Then
    Call theirs = Objects.requireNonNull(received.get());
    ProviderRequest ours = TelesignCalls.send(outgoing(text), context(), STATUS);
    assertThat(ours.method()).isEqualTo(theirs.method());
    assertThat(ours.uri().getRawPath()).isEqualTo(theirs.path());
    assertThat(FormBody.parse(ours.body()).asMap())
        .isEqualTo(FormBody.parse(theirs.body()).asMap());
    assertThat(ours.headers().keySet())
        .filteredOn(name -> !name.equals("Accept"))
        .allSatisfy(
            name -> assertThat(theirs.headers()).containsKey(name.toLowerCase(Locale.ROOT)));
    assertThat(digest(theirs, "application/x-www-form-urlencoded"))
        .isEqualTo(header(theirs, "authorization"));
    assertThat(answer.json.get("reference_id").getAsString()).isEqualTo(Samples.REFERENCE);
  }

  @Test
  void sameQuestionGivesTheSameCall() throws IOException, GeneralSecurityException {
    // When
    new MessagingClient(CUSTOMER_ID, API_KEY, address)
        .status("00000000000000000000000000000000", Map.of());

    // Then
    Call theirs = Objects.requireNonNull(received.get());
    ProviderRequest ours = TelesignCalls.impossibleMessage(context());
    assertThat(ours.method()).isEqualTo(theirs.method());
    assertThat(ours.uri().getRawPath()).isEqualTo(theirs.path());
    assertThat(digest(theirs, "")).isEqualTo(header(theirs, "authorization"));
  }

  @Property(tries = 500)
  void bothSignAlike(
      @ForAll @NotBlank String field, @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second)
      throws GeneralSecurityException {
    // Given
    Instant now = Instant.ofEpochSecond(second);
    String date =
        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC)
            .format(now);
    String body = new String(new FormWriter().add("message", field).bytes(), UTF_8);

    // When
    Map<String, List<String>> ours =
        RequestDigest.headers(
            CUSTOMER_ID,
            API_KEY,
            "POST",
            URI.create("https://rest-ww.telesign.com/v1/messaging"),
            "application/x-www-form-urlencoded",
            body.getBytes(UTF_8),
            now,
            "5d0c2b52-7f0a-4a9e-9a51-0c3f5b9e7a10");

    // Then
    assertThat(ours.get("Authorization"))
        .containsExactly(
            RestClient.generateTelesignHeaders(
                    CUSTOMER_ID,
                    API_KEY,
                    "POST",
                    "/v1/messaging",
                    body,
                    date,
                    "5d0c2b52-7f0a-4a9e-9a51-0c3f5b9e7a10",
                    "test",
                    "application/x-www-form-urlencoded")
                .get("Authorization"));
  }

  private static CallContext context() {
    return new CallContext(account("requestAuthentication", "digest"), Endpoints.REAL, NOW, null);
  }

  /** What we would have written as authorization of their call. */
  private static String digest(Call call, String contentType) {
    Instant date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header(call, "date")));
    Map<String, List<String>> ours =
        RequestDigest.headers(
            CUSTOMER_ID,
            API_KEY,
            call.method(),
            URI.create(call.path()),
            contentType,
            call.body(),
            date,
            header(call, "x-ts-nonce"));
    return Objects.requireNonNull(ours.get("Authorization")).getFirst();
  }

  private static String header(Call call, String name) {
    return Objects.requireNonNull(call.headers().get(name)).getFirst();
  }
}
