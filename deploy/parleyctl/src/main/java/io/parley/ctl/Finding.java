package io.parley.ctl;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the server found wrong.
 *
 * @param pointer JSON pointer into the document; empty for the document itself
 * @param detail what is wrong
 * @param line where it stands, from 1; null where that makes no sense
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Finding(@Nullable String pointer, @Nullable String detail, @Nullable Integer line) {

  /** One line of output, in the form that editors jump to. */
  String in(String source) {
    return Printable.of(
        source
            + (line == null ? "" : ":" + line)
            + (pointer == null || pointer.isEmpty() ? "" : ": " + pointer)
            + ": "
            + (detail == null ? "refused" : detail));
  }
}
