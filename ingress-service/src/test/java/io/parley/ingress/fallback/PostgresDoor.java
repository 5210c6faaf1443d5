package io.parley.ingress.fallback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;

/** A port in front of PostgreSQL: closed, PostgreSQL is away for those who come through it. */
final class PostgresDoor implements AutoCloseable {

  private final AtomicInteger refusals = new AtomicInteger();
  private final Vertx vertx;
  private final NetServer server;
  private volatile boolean refusesToListen;

  private PostgresDoor(Vertx vertx) {
    this.vertx = vertx;
    server = vertx.createNetServer().connectHandler(this::connect);
  }

  /**
   * Opens it.
   *
   * @param port where; 0 for any
   */
  static PostgresDoor open(Vertx vertx, int port) {
    PostgresDoor door = new PostgresDoor(vertx);
    await(door.server.listen(port, "localhost"));
    return door;
  }

  int port() {
    return server.actualPort();
  }

  /** Whether PostgreSQL is to answer LISTEN with an error, on a connection that stays. */
  void refuseToListen(boolean refuse) {
    refusesToListen = refuse;
  }

  /** How often it has. */
  int refusals() {
    return refusals.get();
  }

  @Override
  public void close() {
    await(server.close());
  }

  private void connect(NetSocket client) {
    URI database =
        URI.create(ConfigProvider.getConfig().getValue("parley.database.url", String.class));
    client.pause();
    vertx
        .createNetClient()
        .connect(database.getPort(), database.getHost())
        .onFailure(cause -> client.close())
        .onSuccess(
            postgres -> {
              client.handler(bytes -> postgres.write(spoiled(bytes)));
              postgres.handler(client::write);
              client.closeHandler(closed -> postgres.close());
              postgres.closeHandler(closed -> client.close());
              client.resume();
            });
  }

  private Buffer spoiled(Buffer bytes) {
    String text = bytes.toString(ISO_8859_1);
    if (!refusesToListen || !text.contains("listen ")) {
      return bytes;
    }
    refusals.incrementAndGet();
    return Buffer.buffer(text.replace("listen ", "lasten ").getBytes(ISO_8859_1));
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(5, TimeUnit.SECONDS).join();
  }
}
