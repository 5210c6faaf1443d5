package io.parley.ingress.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a provider hears: everything, so that nothing more is said than it expects.
 *
 * @param headers all of them, by lower-case name
 */
record Answer(int status, Map<String, List<String>> headers, String body) {

  static final Answer OK = of(200, "");

  static final Answer FORBIDDEN =
      problem(
          403,
          "forbidden",
          "Not allowed",
          "The call is not signed as this account's provider signs.",
          "Ask an administrator for the role or the object.");

  /** Asks for user and password. */
  static final Answer BASIC = challenge("Basic realm=\"Parley\", charset=\"UTF-8\"");

  static final Answer MALFORMED =
      problem(
          400,
          "unreadable-body",
          "The body cannot be read",
          "The call is not in the form of this provider's calls.",
          "Send a body in the documented form.");

  static final Answer UNSUPPORTED_TYPE =
      problem(
          415,
          "unsupported-type",
          "The content type is not supported",
          "This provider does not send calls of this content type.",
          "Use the documented content type.");

  static final Answer WRONG_METHOD =
      problem(
          405,
          "method-not-allowed",
          "The method does not exist here",
          "The method does not exist here.",
          "See the OpenAPI document.");

  Answer {
    headers = new TreeMap<>(headers);
  }

  /** An answer without content type. */
  static Answer of(int status, String body) {
    return new Answer(
        status,
        Map.of("content-length", List.of(String.valueOf(body.getBytes(UTF_8).length))),
        body);
  }

  /** An answer that asks for credentials. */
  static Answer challenge(String challenge) {
    return problem(
            401,
            "unauthenticated",
            "Sign-in is needed",
            "The call is not signed as this account's provider signs.",
            "Send the credentials of the account's settings in the form that WWW-Authenticate"
                + " names.")
        .with("www-authenticate", challenge);
  }

  /** The same with one more header. */
  Answer with(String header, String value) {
    Map<String, List<String>> more = new TreeMap<>(headers);
    more.put(header, List.of(value));
    return new Answer(status, more, body);
  }

  private static Answer problem(
      int status, String type, String title, String detail, String advice) {
    String body =
        """
        {"type":"urn:parley:problem:%s","title":"%s","status":%d,"detail":"%s","advice":"%s"}"""
            .formatted(type, title, status, detail, advice);
    return of(status, body).with("content-type", "application/problem+json");
  }
}
