package io.parley.platform.problem;

import java.net.URI;

/**
 * The catalogue of refusals. {@code type} is stable and may be compared by clients; texts may
 * improve.
 */
public enum ProblemType {
  INVALID_REQUEST(
      400, "The request is not valid", "Correct the fields that are named and send it again."),
  UNREADABLE_BODY(400, "The body cannot be read", "Send a body in the documented form."),
  UNAUTHENTICATED(401, "Sign-in is needed", "Send a valid token as Authorization: Bearer."),
  SIGN_IN_REFUSED(401, "Sign-in was refused", "Check e-mail and password, then try again."),
  FORBIDDEN(403, "Not allowed", "Ask an administrator for the role or the object."),
  NOT_FOUND(
      404,
      "Not found",
      "Check the id. The object may have been deleted, or may not be yours to see."),
  METHOD_NOT_ALLOWED(405, "The method does not exist here", "See the OpenAPI document."),
  VERSION_CONFLICT(
      409,
      "Something else happened first",
      "Read the object again, then decide; nothing was changed."),
  STATE_CONFLICT(409, "Not possible in this state", "Read the object again; nothing was changed."),
  CHANNEL_REMOVED(
      409,
      "The channel was removed",
      "Close the conversation; an administrator can set the channel up again."),
  ALREADY_EXISTS(409, "It exists already", "Use the existing object, or another name."),
  IN_USE(409, "It is still in use", "Remove what depends on it first."),
  PRECONDITION_FAILED(
      412, "It was changed meanwhile", "Read the object again, then decide; nothing was changed."),
  TOO_LARGE(413, "Too large", "Send less at a time; the limit is named."),
  UNSUPPORTED_TYPE(415, "The content type is not supported", "Use the documented content type."),
  VERSION_REQUIRED(428, "The version is missing", "Read the object and send its ETag as If-Match."),
  TOO_MANY_ATTEMPTS(429, "Too many attempts", "Wait as long as Retry-After says."),
  INTERNAL(
      500,
      "Something went wrong here",
      "Try again later; the id in 'instance' finds the cause in the log."),
  UNAVAILABLE(503, "Not available now", "Try again later; nothing was stored.");

  private static final String BASE = "urn:parley:problem:";

  private final int status;
  private final String title;
  private final String advice;

  ProblemType(int status, String title, String advice) {
    this.status = status;
    this.title = title;
    this.advice = advice;
  }

  /** The stable {@code type}. */
  public URI uri() {
    return URI.create(BASE + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** Short summary, the same for every occurrence. */
  public String title() {
    return title;
  }

  /** What the caller can do. */
  public String advice() {
    return advice;
  }
}
