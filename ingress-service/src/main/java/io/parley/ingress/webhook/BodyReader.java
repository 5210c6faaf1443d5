package io.parley.ingress.webhook;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;

/**
 * Reads the raw bytes of a call, whatever their content type, up to the limit. Runs on the call's
 * event loop.
 */
@ApplicationScoped
class BodyReader {

  /**
   * How much of a body that is too large is read and thrown away, so that the caller gets to read
   * the answer; beyond that the connection is closed.
   */
  private static final int DISCARDED = 4 * 1024 * 1024;

  /** RFC 9113 §8.1: the answer is complete, and the rest of the request is not wanted. */
  private static final long NO_ERROR = 0;

  private final WebhookSettings settings;

  BodyReader(WebhookSettings settings) {
    this.settings = settings;
  }

  /** The whole body. */
  Uni<byte[]> read(RoutingContext call) {
    return read(call, settings.maxBodySize());
  }

  /** Lets the body arrive and forgets it. */
  Uni<Void> discard(RoutingContext call) {
    return read(call, 0).replaceWithVoid().onFailure(RefusedException.class).recoverWithNull();
  }

  private Uni<byte[]> read(RoutingContext call, int limit) {
    HttpServerRequest request = call.request();
    if (request.isEnded()) {
      return Uni.createFrom().item(new byte[0]);
    }
    Collector collector = new Collector(limit);
    request.handler(collector::add);
    request.endHandler(ignored -> collector.end());
    request.exceptionHandler(collector::broken);
    request.resume();
    return Uni.createFrom()
        .completionStage(collector.result)
        .ifNoItem()
        .after(settings.bodyTimeout())
        .failWith(() -> new RefusedException(Refusal.INCOMPLETE, null))
        .onFailure()
        .invoke(() -> closeAfterAnswer(call, collector));
  }

  private static void closeAfterAnswer(RoutingContext call, Collector collector) {
    if (collector.ended) {
      return;
    }
    if (call.request().version() == HttpVersion.HTTP_2) {
      // Other calls share the connection, and no header may speak of it (RFC 9113 §8.2.2).
      call.addEndHandler(ignored -> call.response().reset(NO_ERROR));
    } else {
      call.response().putHeader("Connection", "close");
      call.addEndHandler(ignored -> call.request().connection().close());
    }
  }

  private static final class Collector {

    private final int limit;
    private final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private Buffer body = Buffer.buffer();
    private long size;
    private volatile boolean ended;

    Collector(int limit) {
      this.limit = limit;
    }

    void add(Buffer more) {
      size += more.length();
      if (size <= limit) {
        body.appendBuffer(more);
      } else {
        body = Buffer.buffer();
        if (size > (long) limit + DISCARDED) {
          result.completeExceptionally(tooLarge());
        }
      }
    }

    void end() {
      ended = true;
      if (size > limit) {
        result.completeExceptionally(tooLarge());
      } else {
        result.complete(body.getBytes());
      }
    }

    void broken(Throwable cause) {
      result.completeExceptionally(
          new RefusedException(Refusal.INCOMPLETE, "the connection broke: " + cause));
    }

    private RefusedException tooLarge() {
      return new RefusedException(Refusal.TOO_LARGE, "more than " + limit + " bytes");
    }
  }
}
