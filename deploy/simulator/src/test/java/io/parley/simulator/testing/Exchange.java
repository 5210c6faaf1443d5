package io.parley.simulator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One plain HTTP call with any method, headers and body. */
public final class Exchange {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** An answer as text. */
  public record Result(int status, Map<String, String> headers, String body) {

    /** The body as JSON; a missing node if it is empty. */
    public JsonNode json() throws IOException {
      return MAPPER.readTree(body);
    }
  }

  private Exchange() {}

  /** Makes a call; an empty body is sent as none. */
  public static Result call(
      String method, String url, Map<String, String> headers, @Nullable String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    HttpResponse<String> response =
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    Map<String, String> first = new HashMap<>();
    response.headers().map().forEach((name, values) -> first.put(name, values.getFirst()));
    return new Result(response.statusCode(), first, response.body());
  }
}
