package io.parley.channels;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A provider's call as it arrived.
 *
 * @param method upper case
 * @param publicUrl the URL as the provider knows it: the configured public base, the path and no
 *     query; never taken from proxy headers
 * @param subPath what follows the account key, empty or with a leading slash
 * @param rawQuery the query string as sent, still encoded
 * @param headers by lower-case name
 * @param body the raw bytes
 * @param caller address of who called, as a literal; nothing when it is not known, as when a call
 *     is read again
 */
public record WebhookRequest(
    String method,
    String publicUrl,
    String subPath,
    @Nullable String rawQuery,
    Map<String, List<String>> headers,
    byte[] body,
    @Nullable String caller) {

  /** A call of which it is not known from where it came. */
  public WebhookRequest(
      String method,
      String publicUrl,
      String subPath,
      @Nullable String rawQuery,
      Map<String, List<String>> headers,
      byte[] body) {
    this(method, publicUrl, subPath, rawQuery, headers, body, null);
  }

  public WebhookRequest {
    Map<String, List<String>> lowered = new TreeMap<>();
    headers.forEach(
        (name, values) -> lowered.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    headers = lowered;
  }

  /** The same call with another body. */
  public WebhookRequest with(byte[] other) {
    return new WebhookRequest(method, publicUrl, subPath, rawQuery, headers, other);
  }

  /** The same call with another query. */
  public WebhookRequest withQuery(@Nullable String otherRawQuery) {
    return new WebhookRequest(method, publicUrl, subPath, otherRawQuery, headers, body);
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /** The public URL with the query string. */
  public String publicUrlWithQuery() {
    return rawQuery == null || rawQuery.isEmpty() ? publicUrl : publicUrl + "?" + rawQuery;
  }

  /**
   * Says what kind of call it is; headers may hold a password, and the URL has the account's key.
   */
  @Override
  public String toString() {
    return "WebhookRequest[" + method + " " + subPath + ", " + body.length + " bytes]";
  }
}
