package io.parley.outbound.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A host that gives out files, or does not, as a test tells it. */
final class FileHost implements AutoCloseable {

  /** The smallest picture there is. */
  static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5E"
                  + "rkJggg==");

  /** What is done with one request. */
  interface Reply {
    void give(HttpExchange exchange) throws IOException;
  }

  /**
   * A request that came.
   *
   * @param authorization the header, if there was one
   */
  record Seen(String path, @Nullable String authorization) {}

  private final Map<String, Queue<Reply>> replies = new ConcurrentHashMap<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  FileHost() {
    try {
      server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** Answers with these in turn; the last one stays. */
  URI at(String path, Reply... inTurn) {
    replies.put(path, new ArrayDeque<>(List.of(inTurn)));
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  static Reply file(byte[] content, String type) {
    return exchange -> {
      exchange.getResponseHeaders().add("Content-Type", type);
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    };
  }

  static Reply status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  /** The picture, once the latch is open. */
  static Reply pictureAfter(CountDownLatch latch) {
    return exchange -> {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      file(PICTURE, "image/png").give(exchange);
    };
  }

  List<Seen> seen() {
    return List.copyOf(seen);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      seen.add(new Seen(path, exchange.getRequestHeaders().getFirst("Authorization")));
      next(path).give(exchange);
    }
  }

  private Reply next(String path) {
    Queue<Reply> left = replies.get(path);
    if (left == null) {
      return status(404);
    }
    synchronized (left) {
      Reply next = left.size() > 1 ? left.poll() : left.peek();
      return next == null ? status(404) : next;
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
