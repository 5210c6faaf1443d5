package io.parley.ingress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.events.Channel;
import io.parley.events.configuration.Account;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import io.parley.testing.ConfigurationTopic;
import io.parley.testing.TestDatabase;
import io.parley.testing.TestSecrets;
import io.parley.testing.twilio.SignedWebhook;
import io.parley.testing.twilio.TwilioWebhooks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.ConfigProvider;

/** The configured accounts of the tests, and calls as Twilio makes them. */
public final class IngressFixture {

  public static final String BASE = "https://desk.example.org";
  public static final String PATH = "/webhooks/twilio/ch_7";
  public static final String WEBHOOK = BASE + PATH;
  public static final String ACCOUNT_SID = "AC00112233445566778899aabbccddeeff";
  public static final String TOKEN = "6f1e2d3c4b5a69788796a5b4c3d2e1f0";
  public static final String OTHER_TOKEN = "0f1e2d3c4b5a69788796a5b4c3d2e1f6";
  public static final String OUR_NUMBER = "+12065550100";
  public static final UUID ACCOUNT = UUID.fromString("00000000-0000-7000-8000-000000000007");
  public static final UUID ADDRESS = UUID.fromString("00000000-0000-7000-8000-000000000107");

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public static final TwilioWebhooks TWILIO = new TwilioWebhooks(ACCOUNT_SID, TOKEN);

  private IngressFixture() {}

  /** Puts the account into force and waits until its webhooks are taken straight to Kafka. */
  public static void configure() {
    configureAccount();
    awaitDirect();
  }

  /** Puts the account into force. */
  public static void configureAccount() {
    ConfigurationTopic.publish(
        account(ACCOUNT, "ch_7", Map.of("authToken", TOKEN, "secondaryAuthToken", OTHER_TOKEN)),
        new ChannelAddress(
            ADDRESS, ACCOUNT, Channel.SMS, OUR_NUMBER, "Test", SenderType.LONG_CODE));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(get(PATH).statusCode()).isEqualTo(403));
  }

  /** An account with its secrets encrypted as admin-service would. */
  public static Account account(UUID id, String key, Map<String, String> secrets) {
    Map<String, String> encrypted = new HashMap<>();
    secrets.forEach(
        (field, secret) -> encrypted.put(field, TestSecrets.cipher().encrypt(id, field, secret)));
    return new Account(
        id, key, "twilio", Channel.SMS, key, Map.of("accountSid", ACCOUNT_SID), encrypted);
  }

  /** Waits until nothing waits in the table and records go to Kafka again. */
  public static void awaitDirect() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(metric("parley_ingress_fallback_diverted")).isZero();
              assertThat(storedRows()).isZero();
            });
  }

  public static long storedRows() {
    return TestDatabase.number("select count(*) from fallback_record");
  }

  /** The value of a metric without labels. */
  public static double metric(String name) {
    return get("/q/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** An id that Twilio could have given. */
  public static String newSid() {
    return "SM" + UUID.randomUUID().toString().replace("-", "");
  }

  /** A signed message of a customer. */
  public static SignedWebhook message(String from, String text, String sid) {
    return TWILIO.message(WEBHOOK, from, OUR_NUMBER, text, sid);
  }

  public static HttpResponse<String> post(SignedWebhook webhook) {
    return send(request(webhook));
  }

  public static CompletableFuture<HttpResponse<String>> postAsync(SignedWebhook webhook) {
    return CLIENT.sendAsync(request(webhook), BodyHandlers.ofString());
  }

  /** Posts a body to a path with headers given as name, value, name, value. */
  public static HttpResponse<String> post(String path, String body, String... headers) {
    return send("POST", path, BodyPublishers.ofString(body), headers);
  }

  public static HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  public static HttpResponse<String> send(
      String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(local(path)).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  private static HttpRequest request(SignedWebhook webhook) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(local(webhook.url().substring(BASE.length())))
            .POST(BodyPublishers.ofString(webhook.body(), UTF_8));
    webhook.headers().forEach(request::header);
    return request.build();
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static URI local(String path) {
    int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    return URI.create("http://localhost:" + port + path);
  }
}
