package io.parley.channels.linkmobility;

import io.parley.channels.wire.ErrorTable;
import io.parley.channels.wire.JsonFields;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What LINK's codes mean. The two APIs use the same numbers for different things, so those of
 * MyLINK carry a prefix.
 */
final class LinkErrors {

  /** Stands before MyLINK's codes. */
  static final String MYLINK = "MYLINK-";

  private static final Pattern CODE = Pattern.compile("(?:" + MYLINK + ")?[0-9]{1,9}");

  static final ErrorTable TABLE =
      ErrorTable.load(LinkErrors.class, "errors.txt", ErrorTable.unexplained("LINK", CODE));

  private LinkErrors() {}

  /** A code in an answer or a call, which is never negative; -1 if there is none. */
  static int code(JsonFields fields, String path) {
    Integer code = fields.wholeNumber(path);
    return code == null ? -1 : Math.max(code, -1);
  }

  /** What the table says of a code, if it has it. */
  static @Nullable String words(String code) {
    return TABLE.entry(code).map(ErrorTable.Entry::text).orElse(null);
  }
}
