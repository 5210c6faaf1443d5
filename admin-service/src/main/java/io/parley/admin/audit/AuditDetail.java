package io.parley.admin.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.parley.events.EventJson;
import io.parley.platform.audit.AuditLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line of the audit, whole.
 *
 * @param line who did what, when and from where
 * @param before the object as it was, secrets masked; absent when it was created
 * @param after the object as it is, or what came of the deed; absent when it was deleted
 * @param previousHash hash of the line before
 * @param hash hash of this line (docs/audit.md)
 */
@Schema(name = "AuditLineDetail")
record AuditDetail(
    AuditView line,
    @Schema(implementation = Object.class) @Nullable JsonNode before,
    @Schema(implementation = Object.class) @Nullable JsonNode after,
    String previousHash,
    String hash) {

  static AuditDetail of(AuditLine line) {
    return new AuditDetail(
        AuditView.of(line),
        tree(line.before()),
        tree(line.after()),
        line.previousHash(),
        line.hash());
  }

  private static @Nullable JsonNode tree(@Nullable String json) {
    try {
      return json == null ? null : EventJson.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the audit holds what is not JSON", e);
    }
  }
}
