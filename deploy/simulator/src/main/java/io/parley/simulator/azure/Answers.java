package io.parley.simulator.azure;

import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Json;
import io.parley.simulator.provider.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Answers with the headers that the service adds, and the several forms of its errors. */
final class Answers {

  private Answers() {}

  static Answer.Reply json(int status, Object value) {
    return decorated(Answer.json(status, value));
  }

  /** Wrong signature, wrong clock, or a sender of somebody else: all the same and all empty. */
  static Refusal unauthorized() {
    return new Refusal(coded(Answer.empty(401), "401"));
  }

  static Refusal suspended() {
    return new Refusal(envelope(403, "Forbidden", "The resource is suspended."));
  }

  /** What the SMS API says of a field: a map from field to messages. */
  static Refusal field(String name, String message) {
    return new Refusal(decorated(Answer.error(400, name, Map.of(name, List.of(message)))));
  }

  /** What it says of a document that it cannot read. */
  static Refusal unreadable(String path, String message) {
    return new Refusal(problem(400, "One or more validation errors occurred.", path, message));
  }

  /** Problem details, as newer services send them. */
  static Answer.Reply problem(int status, String title, String path, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "https://tools.ietf.org/html/rfc7231#section-6.5.1");
    body.put("title", title);
    body.put("status", status);
    body.put("traceId", "00-" + UUID.randomUUID().toString().replace("-", "") + "-00");
    body.put("errors", Map.of(path, List.of(message)));
    Answer.Reply reply = Answer.text(status, "application/problem+json", Json.write(body));
    return decorated(coded(reply, String.valueOf(status)));
  }

  /** The envelope of Azure's management APIs. */
  static Answer.Reply envelope(int status, String code, String message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("message", message);
    return decorated(Answer.error(status, code, Map.of("error", error)));
  }

  static Answer.Reply empty(int status) {
    return coded(Answer.empty(status), String.valueOf(status));
  }

  private static Answer.Reply coded(Answer.Reply reply, String code) {
    return decorated(new Answer.Reply(reply.status(), reply.headers(), reply.body(), code));
  }

  private static Answer.Reply decorated(Answer.Reply reply) {
    String id = UUID.randomUUID().toString();
    Answer.Reply marked = reply.with("MS-CV", id.substring(0, 22) + ".0").with("X-Azure-Ref", id);
    boolean says = reply.status() == 202 || reply.status() == 400 || reply.status() == 401;
    return says ? marked.with("retry-after", "0") : marked;
  }
}
