package io.parley.platform.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit as it is hashed and exported. Every value is the text that the hash covers,
 * so nothing is lost on the way through JSON.
 *
 * @param id number of the line; rises along the chain
 * @param at when, UTC with six digits of a second, such as {@code 2026-11-20T10:15:00.000000Z}
 * @param userId who; absent when the service itself did it
 * @param userName that user's name at that time
 * @param address network address of the caller
 * @param userAgent what the caller's program said of itself, at most 200 characters
 * @param action what was done, one word in capitals
 * @param kind what sort of object it was done to
 * @param objectId to which object
 * @param objectKey its name or key at that time
 * @param version version of the whole configuration after it
 * @param before JSON of the object as it was, secrets masked
 * @param after JSON of the object as it is, or of what came of the deed
 * @param previousHash hash of the line before; {@link AuditChain#BEGIN} for the first
 * @param hash SHA-256 of this line, 64 hexadecimal digits
 */
public record AuditLine(
    long id,
    String at,
    @Nullable String userId,
    @Nullable String userName,
    @Nullable String address,
    @Nullable String userAgent,
    String action,
    String kind,
    @Nullable String objectId,
    @Nullable String objectKey,
    long version,
    @Nullable String before,
    @Nullable String after,
    String previousHash,
    String hash) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  public AuditLine {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(previousHash, "previousHash");
    Objects.requireNonNull(hash, "hash");
  }

  /** A time as it stands in {@code at}; finer than a microsecond is cut off. */
  public static String time(Instant at) {
    return TIME.format(at);
  }

  /** The same line put behind another one, with the hash that it has there. */
  public AuditLine behind(String hashOfLineBefore) {
    AuditLine moved = with(hashOfLineBefore, "");
    return moved.with(hashOfLineBefore, AuditChain.hash(moved));
  }

  private AuditLine with(String previous, String own) {
    return new AuditLine(
        id, at, userId, userName, address, userAgent, action, kind, objectId, objectKey, version,
        before, after, previous, own);
  }
}
