package io.parley.ctl;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The admin service's REST API, as far as commands need it. Every call throws {@link
 * RefusedException} or {@link UnreachableException}.
 */
final class AdminApi {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(2);
  private static final String YAML = "application/yaml";
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";
  private static final String CONFIGURATION = "/api/v1/configuration";

  private final ObjectMapper mapper =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          // A token is sent to the server that was named, and to no other.
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String server;

  /**
   * An API.
   *
   * @param server URL without a slash at its end
   */
  AdminApi(String server) {
    this.server = server;
  }

  /**
   * A document and the version of the configuration it shows.
   *
   * @param etag as sent, empty if none was
   */
  record Exported(String yaml, String etag) {}

  /** The token for an e-mail address and a password. */
  String signIn(String email, String password) {
    HttpRequest request =
        request("/api/v1/sign-in", PROBLEM + ", " + JSON)
            .header("Content-Type", JSON)
            .POST(BodyPublishers.ofByteArray(json(Map.of("email", email, "password", password))))
            .build();
    try {
      return read(send(request), SignedIn.class).token();
    } catch (RefusedException e) {
      // Its findings are about the address and the password, not about a document.
      throw new RefusedException(e.getMessage() + " (" + email + ")", List.of());
    }
  }

  /** The configuration as a document. */
  Exported export(String token) {
    HttpResponse<byte[]> response =
        send(authorized(CONFIGURATION, YAML + ", " + PROBLEM, token).GET().build());
    return new Exported(
        new String(response.body(), StandardCharsets.UTF_8),
        response.headers().firstValue("ETag").orElse(""));
  }

  /** What a document would change. */
  Plan plan(String token, byte[] yaml) {
    return read(
        send(
            authorized(CONFIGURATION + "/plan", JSON + ", " + PROBLEM, token)
                .header("Content-Type", YAML)
                .POST(BodyPublishers.ofByteArray(yaml))
                .build()),
        Plan.class);
  }

  /** Makes it so, provided that the configuration still has the version of a plan. */
  Plan apply(String token, byte[] yaml, String version) {
    return read(
        send(
            authorized(CONFIGURATION + "/apply", JSON + ", " + PROBLEM, token)
                .header("Content-Type", YAML)
                .header("If-Match", "\"" + version + "\"")
                .POST(BodyPublishers.ofByteArray(yaml))
                .build()),
        Plan.class);
  }

  /** Every line of the audit, oldest first, one JSON object a line; to be closed. */
  InputStream audit(String token) {
    try {
      HttpResponse<InputStream> response =
          client.send(
              authorized("/api/v1/audit/export", "application/x-ndjson, " + PROBLEM, token)
                  .GET()
                  .build(),
              BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        response.body().close();
        throw new RefusedException("the server answered " + response.statusCode(), List.of());
      }
      return response.body();
    } catch (IOException e) {
      throw new UnreachableException("the audit could not be read from " + server);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreachableException("interrupted");
    }
  }

  /** Which keys stored secrets are under, as JSON. */
  String secretKeys(String token) {
    return new String(
        send(authorized("/api/v1/secrets/keys", JSON + ", " + PROBLEM, token).GET().build()).body(),
        StandardCharsets.UTF_8);
  }

  private record SignedIn(@JsonProperty(required = true) String token) {}

  private HttpRequest.Builder authorized(String path, String accept, String token) {
    return request(path, accept).header("Authorization", "Bearer " + token);
  }

  private HttpRequest.Builder request(String path, String accept) {
    return HttpRequest.newBuilder(URI.create(server + path))
        .timeout(ANSWER_TIMEOUT)
        .header("Accept", accept);
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    HttpResponse<byte[]> response;
    try {
      response = client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new UnreachableException(server + " cannot be reached: " + reason);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreachableException("interrupted while waiting for " + server);
    }
    return switch (response.statusCode()) {
      case 200, 201, 204 -> response;
      case 502, 503, 504 ->
          throw new UnreachableException(
              server + " cannot answer now: " + refusal(response).summary());
      default -> throw refused(response);
    };
  }

  private RefusedException refused(HttpResponse<byte[]> response) {
    Refusal refusal = refusal(response);
    return new RefusedException(refusal.summary(), refusal.errors());
  }

  private Refusal refusal(HttpResponse<byte[]> response) {
    if (response.headers().firstValue("Content-Type").orElse("").startsWith(PROBLEM)) {
      try {
        return mapper.readValue(response.body(), Refusal.class);
      } catch (IOException e) {
        // Then the status has to say it all.
      }
    }
    return new Refusal(
        "HTTP " + response.statusCode() + " from " + response.uri(),
        null,
        "(Is this the URL of Parley's admin service?)",
        List.of());
  }

  private <T> T read(HttpResponse<byte[]> response, Class<T> type) {
    try {
      JsonNode body = mapper.readTree(response.body());
      if (body != null && body.isObject()) {
        return mapper.treeToValue(body, type);
      }
    } catch (IOException e) {
      // The text of the exception would quote the body, and a body may be a token.
    }
    throw new UnreachableException(
        response.uri() + " does not answer as Parley's admin service does");
  }

  private byte[] json(Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
