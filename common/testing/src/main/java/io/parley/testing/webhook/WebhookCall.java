package io.parley.testing.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A provider's call, ready to be made.
 *
 * @param method upper case
 * @param path path and query below the public URL, encoded
 * @param headers by name
 * @param body the bytes; empty for none
 */
public record WebhookCall(String method, String path, Map<String, String> headers, byte[] body) {

  public WebhookCall {
    headers = Map.copyOf(headers);
  }

  /** A POST of a text in UTF-8. */
  public static WebhookCall post(String path, String contentType, String body) {
    return post(path, contentType, body.getBytes(UTF_8));
  }

  /** A POST. */
  public static WebhookCall post(String path, String contentType, byte[] body) {
    return new WebhookCall("POST", path, Map.of("Content-Type", contentType), body);
  }

  /** A call without a body. */
  public static WebhookCall of(String method, String path) {
    return new WebhookCall(method, path, Map.of(), new byte[0]);
  }

  /** The same call with one more header, or with another value of it. */
  public WebhookCall with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new WebhookCall(method, path, more, body);
  }

  /** The same call without a header. */
  public WebhookCall without(String header) {
    Map<String, String> less = new LinkedHashMap<>(headers);
    less.remove(header);
    return new WebhookCall(method, path, less, body);
  }

  /** The same call, with the credentials of HTTP's Basic scheme. */
  public WebhookCall withBasic(String user, String password) {
    return with(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8)));
  }

  /** The same call with another body: what was signed stays signed. */
  public WebhookCall saying(String otherBody) {
    return new WebhookCall(method, path, headers, otherBody.getBytes(UTF_8));
  }

  /** The same call by another method. */
  public WebhookCall by(String otherMethod) {
    return new WebhookCall(otherMethod, path, headers, body);
  }

  /** The same call to another path. */
  public WebhookCall at(String otherPath) {
    return new WebhookCall(method, otherPath, headers, body);
  }
}
