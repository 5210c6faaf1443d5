package io.parley.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.parley.events.EventJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Speaks JSON over HTTP with the APIs of the stack, as any client of Parley would. */
public final class Json {

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private final String baseUrl;
  private final Optional<Supplier<String>> token;

  private Json(String baseUrl, Optional<Supplier<String>> token) {
    this.baseUrl = baseUrl;
    this.token = token;
  }

  /** A client of the API at this URL. */
  public static Json at(String baseUrl) {
    return new Json(baseUrl, Optional.empty());
  }

  /** The same client with a bearer token. */
  public Json as(String token) {
    return as(() -> token);
  }

  /** The same client with the bearer token that this gives for each request. */
  public Json as(Supplier<String> token) {
    return new Json(baseUrl, Optional.of(token));
  }

  /**
   * An answer.
   *
   * @param status HTTP status
   * @param body the JSON; a missing node for none
   * @param etag the version, if it has one
   */
  public record Answer(int status, JsonNode body, Optional<String> etag) {

    /** The body of a successful answer. */
    public JsonNode ok() {
      if (status / 100 != 2) {
        throw new IllegalStateException("status " + status + ": " + body);
      }
      return body;
    }
  }

  /** Reads. */
  public Answer get(String path) {
    return send("GET", path, null, null);
  }

  /** Creates or commands. */
  public Answer post(String path, @Nullable Object body) {
    return send("POST", path, body, null);
  }

  /** Commands on a version. */
  public Answer post(String path, @Nullable Object body, String ifMatch) {
    return send("POST", path, body, ifMatch);
  }

  /** Replaces. */
  public Answer put(String path, Object body) {
    return send("PUT", path, body, null);
  }

  /** Replaces a version. */
  public Answer put(String path, Object body, String ifMatch) {
    return send("PUT", path, body, ifMatch);
  }

  /** Deletes. */
  public Answer delete(String path) {
    return send("DELETE", path, null, null);
  }

  private Answer send(String method, String path, @Nullable Object body, @Nullable String ifMatch) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(baseUrl + path))
              .timeout(Duration.ofMinutes(2))
              .method(
                  method,
                  body == null
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofByteArray(EventJson.mapper().writeValueAsBytes(body)));
      token.ifPresent(present -> request.header("Authorization", "Bearer " + present.get()));
      if (body != null) {
        request.header("Content-Type", "application/json");
      }
      if (ifMatch != null) {
        request.header("If-Match", ifMatch);
      }
      HttpResponse<byte[]> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(
          response.statusCode(), parse(response.body()), response.headers().firstValue("ETag"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(method + " " + path + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static JsonNode parse(byte[] body) throws IOException {
    try {
      return EventJson.mapper().readTree(body);
    } catch (JsonProcessingException e) {
      return EventJson.mapper()
          .getNodeFactory()
          .textNode(new String(body, java.nio.charset.StandardCharsets.UTF_8));
    }
  }
}
