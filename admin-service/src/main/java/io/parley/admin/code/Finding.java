package io.parley.admin.code;

import java.util.Objects;

/**
 * One thing that is wrong with a document.
 *
 * @param position where it stands
 * @param pointer JSON pointer (RFC 6901) into the document; empty for the document itself
 * @param detail what is wrong and what is expected; never repeats a value
 */
public record Finding(Position position, String pointer, String detail) {

  public Finding {
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(pointer, "pointer");
    Objects.requireNonNull(detail, "detail");
  }
}
