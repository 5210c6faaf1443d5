package io.parley.admin.audit;

import io.parley.platform.audit.AuditLine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line of the audit, without what was before and after.
 *
 * @param id number of the line
 * @param at when
 * @param userId who; absent when the service itself did it, or nobody was known yet
 * @param userName that user's name at that time
 * @param address network address of the caller
 * @param userAgent what the caller's program said of itself
 * @param action what was done
 * @param kind what sort of object it was done to
 * @param objectId to which object
 * @param objectKey its name or key at that time
 * @param version version of the whole configuration after it
 */
@Schema(name = "AuditLine")
record AuditView(
    long id,
    Instant at,
    @Nullable UUID userId,
    @Nullable String userName,
    @Nullable String address,
    @Nullable String userAgent,
    String action,
    String kind,
    @Nullable UUID objectId,
    @Nullable String objectKey,
    long version) {

  /**
   * Part of the audit.
   *
   * @param items newest first
   * @param next send it as {@code after} to go on; absent at the end
   */
  @Schema(name = "AuditLines")
  record Page(List<AuditView> items, @Nullable String next) {

    static Page of(List<AuditLine> lines, int limit) {
      boolean more = lines.size() > limit;
      List<AuditLine> shown = more ? lines.subList(0, limit) : lines;
      return new Page(
          shown.stream().map(AuditView::of).toList(),
          more ? Long.toString(shown.getLast().id()) : null);
    }
  }

  static AuditView of(AuditLine line) {
    return new AuditView(
        line.id(),
        Instant.parse(line.at()),
        uuid(line.userId()),
        line.userName(),
        line.address(),
        line.userAgent(),
        line.action(),
        line.kind(),
        uuid(line.objectId()),
        line.objectKey(),
        line.version());
  }

  private static @Nullable UUID uuid(@Nullable String text) {
    return text == null ? null : UUID.fromString(text);
  }
}
