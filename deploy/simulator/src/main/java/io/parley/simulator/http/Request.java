package io.parley.simulator.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in. Header names are in lower case; the query is as sent, still escaped.
 *
 * @param path decoded
 * @param rawPath as sent, still escaped
 * @param fromLoopback whether the peer is on this machine
 */
public record Request(
    String method,
    String path,
    String rawPath,
    @Nullable String rawQuery,
    Map<String, String> headers,
    String body,
    boolean fromLoopback) {

  public Request {
    headers = Map.copyOf(headers);
  }

  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  /** The path cut at its slashes, without the empty first part. */
  public List<String> segments() {
    return List.of(path.substring(1).split("/"));
  }

  public Parameters query() {
    return Parameters.parse(rawQuery);
  }

  /** The body's parameters; none if the content type is not that of a form. */
  public Parameters form() {
    return Parameters.isForm(header("content-type")) ? Parameters.parse(body) : Parameters.NONE;
  }
}
