package io.parley.outbound.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.parley.channels.ChannelProviders;
import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookRequest;
import io.parley.events.Event;
import io.parley.events.MessageReceived;
import io.parley.events.ReceiptReceived;
import io.parley.events.TraceParent;
import io.parley.testing.TestKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** Takes calls of the simulator and puts what they say on Kafka, as ingress does. */
final class MiniIngress {

  private static final Logger LOG = Logger.getLogger(MiniIngress.class);
  private static final String PREFIX = "/webhooks/";
  private static final ChannelProviders PROVIDERS = ChannelProviders.installed();

  private final Map<String, OpenAccount> accounts = new ConcurrentHashMap<>();
  private final URI publicUrl;

  MiniIngress(URI publicUrl) {
    this.publicUrl = publicUrl;
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(publicUrl.getPort()), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext(PREFIX, this::take);
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void knows(String accountKey, OpenAccount account) {
    accounts.put(accountKey, account);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String[] parts = path.substring(PREFIX.length()).split("/", 3);
      OpenAccount account = accounts.get(parts[1]);
      if (account == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      WebhookRequest request =
          new WebhookRequest(
              exchange.getRequestMethod(),
              publicUrl + path,
              parts.length == 2 ? "" : "/" + parts[2],
              exchange.getRequestURI().getRawQuery(),
              exchange.getRequestHeaders(),
              exchange.getRequestBody().readAllBytes());
      Reception reception =
          PROVIDERS
              .named(parts[0])
              .orElseThrow()
              .receiver()
              .receive(request, account, Instant.now());
      if (!(reception instanceof Reception.Understood understood)) {
        LOG.warnf("Call is refused. path=%s reception=%s", path, reception);
        exchange.sendResponseHeaders(400, -1);
        return;
      }
      understood.messages().forEach(MiniIngress::publish);
      understood.receipts().forEach(MiniIngress::publish);
      byte[] body = understood.answer().body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(
          understood.answer().status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  static void publish(MessageReceived message) {
    String key = message.channelAddressId() + "/" + message.from().value();
    TestKafka.send(
        new Event<>(
            message.accountId() + "/" + message.providerMessageId(),
            "/parley/ingress",
            key,
            message.receivedAt(),
            TraceParent.begin(new Random()),
            key,
            message));
  }

  static void publish(ReceiptReceived receipt) {
    String key = receipt.accountId() + "/" + receipt.providerMessageId();
    String code = receipt.errorCode() == null ? "-" : receipt.errorCode();
    TestKafka.send(
        new Event<>(
            key + "/" + receipt.providerStatus() + "/" + code,
            "/parley/ingress",
            key,
            receipt.receivedAt(),
            TraceParent.begin(new Random()),
            key,
            receipt));
  }
}
