package io.parley.platform.provider;

import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;
import org.jspecify.annotations.Nullable;

/**
 * The one client for all providers, on Quarkus' REST client. It does not follow redirects, because
 * credentials must not go elsewhere, and it never repeats a call. Nothing of a call is logged. It
 * waits, so it is used on virtual threads.
 */
@ApplicationScoped
public class ProviderClient {

  /**
   * Seconds; below what providers and their load balancers allow. A call on a connection that the
   * other side has just closed would count as lost, and be looked up for nothing.
   */
  private static final int LONGEST_IDLE = 15;

  private static final Exchange BROKEN =
      new Exchange.Lost("The connection to the provider was lost.");
  private static final Exchange TOO_LATE =
      new Exchange.Lost("The provider did not answer in time.");

  private final Client client;
  private final int longestAnswer;
  private final Duration readTimeout;

  ProviderClient(ClientConfiguration limits) {
    this.longestAnswer = limits.longestAnswer();
    this.readTimeout = limits.readTimeout();
    this.client =
        ClientBuilder.newBuilder()
            .connectTimeout(limits.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
            .readTimeout(limits.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
            .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, limits.connections())
            .property(QuarkusRestClientProperties.CONNECTION_TTL, LONGEST_IDLE)
            .property(QuarkusRestClientProperties.USER_AGENT, "Parley")
            .register(new AnswerHead.Keeper())
            .build();
  }

  void close(@Observes ShutdownEvent event) {
    client.close();
  }

  /** Carries a call. Never throws. */
  public Exchange exchange(ProviderRequest request) {
    long began = System.nanoTime();
    AnswerHead head = new AnswerHead();
    try (InputStream body = invoke(request, head)) {
      return read(head, body);
    } catch (WebApplicationException e) {
      return readRefusal(head, e);
    } catch (IOException | RuntimeException e) {
      Exchange exchange = failure(e);
      // That a late call's connection is closed can be noticed before the reason for it.
      boolean late = Duration.ofNanos(System.nanoTime() - began).compareTo(readTimeout) >= 0;
      return late && exchange.equals(BROKEN) ? TOO_LATE : exchange;
    }
  }

  /** The client throws for statuses other than 2xx; the body is then in the exception. */
  private Exchange readRefusal(AnswerHead head, WebApplicationException refusal) {
    try (Response response = refusal.getResponse();
        InputStream body = response.readEntity(InputStream.class)) {
      return read(head, body);
    } catch (IOException | RuntimeException e) {
      return failure(e);
    }
  }

  private Exchange read(AnswerHead head, @Nullable InputStream body) throws IOException {
    byte[] bytes = body == null ? new byte[0] : body.readNBytes(longestAnswer + 1);
    return bytes.length > longestAnswer
        ? new Exchange.Lost("The provider's answer was too long to be read.")
        : new Exchange.Answered(new ProviderResponse(head.status(), head.headers(), bytes));
  }

  private InputStream invoke(ProviderRequest request, AnswerHead head) {
    Invocation.Builder invocation = client.target(request.uri()).request();
    for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
      if (!header.getKey().equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
        header.getValue().forEach(value -> invocation.header(header.getKey(), value));
      }
    }
    invocation.property(AnswerHead.PROPERTY, head);
    Optional<String> contentType = contentType(request);
    // With an entity even a GET would say what type its body has; some providers sign that.
    return request.body().length == 0 && contentType.isEmpty()
        ? invocation.method(request.method(), InputStream.class)
        : invocation.method(
            request.method(),
            Entity.entity(request.body(), contentType.orElse("application/octet-stream")),
            InputStream.class);
  }

  private static Optional<String> contentType(ProviderRequest request) {
    return request.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(HttpHeaders.CONTENT_TYPE))
        .flatMap(header -> header.getValue().stream())
        .findFirst();
  }

  static Exchange failure(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case UnknownHostException e -> {
          return new Exchange.NotSent("The provider's address could not be found.");
        }
        case UnresolvedAddressException e -> {
          return new Exchange.NotSent("The provider's address could not be found.");
        }
        case ConnectException e -> {
          return new Exchange.NotSent("No connection to the provider could be made.");
        }
        case NoRouteToHostException e -> {
          return new Exchange.NotSent("There is no route to the provider.");
        }
        case SSLHandshakeException e -> {
          return new Exchange.NotSent("No secure connection to the provider could be made.");
        }
        case TimeoutException e -> {
          return TOO_LATE;
        }
        default -> {}
      }
    }
    return BROKEN;
  }
}
