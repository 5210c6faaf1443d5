package io.parley.local;

import static org.awaitility.Awaitility.await;

import io.parley.local.Settings.Part;
import io.parley.testing.twilio.SignedWebhook;
import io.parley.testing.twilio.TwilioWebhooks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** The whole stack, and the outside world as it calls it. */
final class SystemUnderTest implements AutoCloseable {

  /**
   * What one waits for the stack where nothing is said about time: on a loaded machine it is slow,
   * and after a kill a group of consumers first misses the one that died.
   */
  static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final Stack stack;
  private final Organisation organisation;
  private final Random random = new Random(42);

  SystemUnderTest(Stack stack, Organisation organisation) {
    this.stack = stack;
    this.organisation = organisation;
  }

  Stack stack() {
    return stack;
  }

  Organisation organisation() {
    return organisation;
  }

  /** A number that no other test uses. */
  synchronized String newCustomer() {
    return "+1415%07d".formatted(2_000_000 + random.nextInt(7_000_000));
  }

  /** A signed text message from a customer, as Twilio sends it; its SID is new. */
  synchronized SignedWebhook text(String customer, String body) {
    byte[] sid = new byte[16];
    random.nextBytes(sid);
    return new TwilioWebhooks(
            organisation.accountSid("SMS"), stack.credentials().hex("twilio.token.sms"))
        .message(
            inboundUrl(),
            customer,
            Organisation.SMS_NUMBER,
            body,
            "SM" + HexFormat.of().formatHex(sid));
  }

  /** Posts a webhook to the ingress on this port and gives the status of the answer. */
  static int post(SignedWebhook webhook, int port) {
    URI signed = URI.create(webhook.url());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + signed.getRawPath()))
            .timeout(Duration.ofSeconds(15))
            .POST(HttpRequest.BodyPublishers.ofString(webhook.body()));
    webhook.headers().forEach(request::header);
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Posts to the first ingress. */
  int post(SignedWebhook webhook) {
    return post(webhook, stack.settings().port(Part.INGRESS));
  }

  private String inboundUrl() {
    return sql("select '"
            + stack.settings().url(Part.INGRESS)
            + "/webhooks/twilio/' || (own::json ->> 'accountKey') from admin.configuration_object"
            + " where kind = 'ACCOUNT' and name = 'Twilio SMS'")
        .get(0);
  }

  /** The first column of every row, as text, seen by the database's superuser. */
  List<String> sql(String query) {
    try (Connection connection =
            DriverManager.getConnection(
                stack.postgres().jdbcUrl(),
                stack.postgres().superuser(),
                stack.postgres().password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> result = new ArrayList<>();
      while (rows.next()) {
        result.add(rows.getString(1));
      }
      return result;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** What customers wrote in the threads of one customer, in the order of the threads. */
  List<String> threadOf(String customer) {
    return sql(
        """
        select m.content::json ->> 'text' from routing.message m join routing.conversation c on c.id = m.conversation_id
        where c.customer_address = '%s' and m.author = 'CUSTOMER' order by c.opened_at, m.position
        """
            .formatted(customer));
  }

  /**
   * Ends what earlier tests have left open and sends every agent home, so that tests do not depend
   * on each other.
   */
  void clear() {
    List<StateDrivenAgent> agents =
        IntStream.rangeClosed(1, RunningStack.AGENTS)
            .mapToObj(i -> new StateDrivenAgent(this, i, 0))
            .toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      agents.forEach(threads::submit);
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  sql("select id from routing.conversation where state in ('OPEN', 'ACTIVE', 'WRAP_UP')")
                      .isEmpty());
      agents.forEach(StateDrivenAgent::stop);
    }
    for (int i = 1; i <= RunningStack.AGENTS; i++) {
      StateDrivenAgent.setPresence(organisation.agent(i), "OFFLINE");
    }
  }

  @Override
  public void close() {
    stack.close();
    stack.kafka().close();
    stack.postgres().close();
  }
}
