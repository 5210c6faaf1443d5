package io.parley.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.parley.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Who is where the providers' APIs are configured to be. */
final class ProviderPlace {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static @Nullable Simulator simulator;
  private static @Nullable HttpServer stranger;

  private ProviderPlace() {}

  static int port() {
    return URI.create(
            ConfigProvider.getConfig().getValue("parley.providers.twilio.base-url", String.class))
        .getPort();
  }

  /** The simulator of all providers. */
  static Simulator simulated() {
    Simulator present = simulator;
    if (present == null) {
      nobody();
      present = Simulator.start(port());
      simulator = present;
    }
    return present;
  }

  /** A web server that knows nothing of messages. */
  static void strange() {
    if (stranger != null) {
      return;
    }
    nobody();
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), 0);
      server.createContext(
          "/",
          exchange -> {
            byte[] page = "<html><body>Welcome to nginx!</body></html>".getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(404, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
          });
      server.start();
      stranger = server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nobody listens. */
  static void nobody() {
    if (simulator != null) {
      simulator.close();
      simulator = null;
    }
    if (stranger != null) {
      stranger.stop(0);
      stranger = null;
    }
  }

  /** Tells the simulator something. */
  static void control(String path, String json) {
    simulated();
    try {
      var answer =
          CLIENT.send(
              HttpRequest.newBuilder(URI.create("http://localhost:" + port() + "/control" + path))
                  .method("PUT", BodyPublishers.ofString(json))
                  .header("Content-Type", "application/json")
                  .build(),
              BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
