package io.parley.admin.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did, for the audit. Neither secrets nor what customers wrote belong here, and no
 * text that a stranger typed before a sign-in either: it may be a password in the wrong field.
 *
 * @param author id of the user; absent when the service itself did it, or nobody is known yet
 * @param action what was done, as one word in capitals
 * @param kind what sort of object it was done to, in capitals
 * @param objectId to which object
 * @param objectKey its name or key; when absent, taken from {@code after} or {@code before}
 * @param before what is written as JSON: the object as it was
 * @param after what is written as JSON: the object as it is, or what came of the deed
 */
public record Line(
    @Nullable UUID author,
    String action,
    String kind,
    @Nullable UUID objectId,
    @Nullable String objectKey,
    @Nullable Object before,
    @Nullable Object after) {

  /** A change of an object, or something done to it. */
  public static Line of(
      @Nullable UUID author,
      String action,
      String kind,
      @Nullable UUID objectId,
      @Nullable Object before,
      @Nullable Object after) {
    return new Line(author, action, kind, objectId, null, before, after);
  }

  /**
   * Something done to what has no id of its own, such as an export.
   *
   * @param objectKey what tells it from others of its kind
   */
  public static Line of(
      @Nullable UUID author,
      String action,
      String kind,
      @Nullable String objectKey,
      @Nullable Object after) {
    return new Line(author, action, kind, null, objectKey, null, after);
  }
}
