package io.parley.simulator.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** The JDK's HTTP server on virtual threads. Bodies beyond one megabyte are refused with 413. */
public final class WebServer implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(WebServer.class.getName());
  private static final int MOST_BODY_BYTES = 1 << 20;

  static {
    // The JDK's server waits 40 ms for acknowledgements unless told otherwise, and drops idle
    // connections early; both would look like faults of the provider.
    setUnlessGiven("sun.net.httpserver.nodelay", "true");
    setUnlessGiven("sun.net.httpserver.maxIdleConnections", "2000");
    setUnlessGiven("sun.net.httpserver.idleInterval", "300");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private WebServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Listens until closed. An exception of the handler is answered with 500.
   *
   * @throws IOException if the address is taken
   */
  public static WebServer start(InetSocketAddress address, Function<Request, Answer> handler)
      throws IOException {
    WebServer web = new WebServer(HttpServer.create(address, 1024));
    web.server.createContext("/", exchange -> serve(exchange, handler));
    web.server.setExecutor(web.threads);
    web.server.start();
    return web;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void serve(HttpExchange exchange, Function<Request, Answer> handler)
      throws IOException {
    // Closed whatever happens: a connection left open would make the caller wait for ever.
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES + 1);
      switch (body.length > MOST_BODY_BYTES ? Answer.empty(413) : handle(exchange, body, handler)) {
        case Answer.Dropped dropped -> {}
        case Answer.Reply reply ->
            write(
                exchange,
                reply.status(),
                reply.headers(),
                reply.body().getBytes(StandardCharsets.UTF_8));
        case Answer.File file ->
            write(exchange, 200, Map.of("Content-Type", file.contentType()), file.content());
      }
    }
  }

  private static Answer handle(
      HttpExchange exchange, byte[] body, Function<Request, Answer> handler) {
    try {
      return handler.apply(request(exchange, body));
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.ERROR,
          "request not handled path=" + exchange.getRequestURI().getPath(),
          e);
      return Answer.empty(500);
    }
  }

  private static Request request(HttpExchange exchange, byte[] body) {
    Map<String, String> headers = new HashMap<>();
    Headers sent = exchange.getRequestHeaders();
    sent.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        exchange.getRequestURI().getRawPath(),
        exchange.getRequestURI().getRawQuery(),
        headers,
        new String(body, StandardCharsets.UTF_8),
        exchange.getRemoteAddress().getAddress().isLoopbackAddress());
  }

  private static void write(
      HttpExchange exchange, int status, Map<String, String> headers, byte[] bytes)
      throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private static void setUnlessGiven(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
