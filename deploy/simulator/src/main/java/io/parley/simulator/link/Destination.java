package io.parley.simulator.link;

import io.parley.simulator.http.Fields;
import io.parley.simulator.http.InvalidFieldException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a gate calls (link-mobility.md §3).
 *
 * @param url http, https or {@code do://drop}
 * @param contentType JSON when absent; a form needs a template. XML, whose names nobody knows, is
 *     refused
 * @param username with {@code password} sent as Basic authentication
 * @param customParameters {@code method} GET or PUT, {@code template}, {@code http.header1}
 */
public record Destination(
    String url,
    @Nullable String contentType,
    @Nullable String username,
    @Nullable String password,
    Map<String, String> customParameters) {

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String DROP = "do://drop";

  public Destination {
    if (!Fields.required(url, "url").equals(DROP)) {
      Fields.httpUrl(url, "url");
    }
    contentType = Fields.orElse(contentType, JSON);
    customParameters = Fields.mapOrEmpty(customParameters);
    if (!contentType.equals(JSON) && !contentType.equals(FORM)) {
      throw new InvalidFieldException("contentType", "must be " + JSON + " or " + FORM);
    }
    boolean bodyless = customParameters.containsKey("method");
    if ((bodyless || contentType.equals(FORM)) && !customParameters.containsKey("template")) {
      throw new InvalidFieldException("customParameters", "must hold a template");
    }
    if (bodyless) {
      Fields.matching(customParameters.get("method"), "GET|PUT", "customParameters.method");
    }
  }

  boolean isDropped() {
    return url.equals(DROP);
  }

  String method() {
    return customParameters.getOrDefault("method", "POST");
  }

  boolean isForm() {
    return FORM.equals(contentType);
  }

  /** The pattern of the query string, or of the form. */
  Optional<String> template() {
    return Optional.ofNullable(customParameters.get("template"));
  }

  /** The header of {@code http.header1}, name and value. */
  Optional<String[]> extraHeader() {
    return Optional.ofNullable(customParameters.get("http.header1"))
        .filter(header -> header.indexOf(':') > 0)
        .map(header -> header.split(":", 2));
  }

  /** The value of {@code Authorization} with this added to the password, if there is a login. */
  Optional<String> authorization(String addedToPassword) {
    return Optional.ofNullable(username)
        .map(user -> user + ":" + Objects.requireNonNullElse(password, "") + addedToPassword)
        .map(pair -> Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
        .map(encoded -> "Basic " + encoded);
  }
}
