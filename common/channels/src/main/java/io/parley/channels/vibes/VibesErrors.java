package io.parley.channels.vibes;

import io.parley.channels.wire.ErrorTable;
import io.parley.events.ReceiptStatus;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Vibes' codes mean. Its own internal codes and the carriers' raw ones use the same numbers,
 * so the raw ones carry a prefix.
 */
final class VibesErrors {

  /** Stands before codes that are not Vibes' own. */
  static final String RAW = "RAW-";

  private static final Pattern CODE = Pattern.compile("(?:" + RAW + ")?[0-9A-Za-z._-]{1,16}");

  static final ErrorTable TABLE =
      ErrorTable.load(VibesErrors.class, "errors.txt", ErrorTable.unexplained("Vibes", CODE));

  private static final Pattern INTERNAL = Pattern.compile("[0-9]{1,9}");
  private static final Pattern RAW_CODE = Pattern.compile("[0-9A-Za-z._-]{1,16}");

  private VibesErrors() {}

  /** The code of an error: Vibes' own if there is one, else the raw one. */
  static @Nullable String code(VibesFields fields) {
    String internal = fields.peek("status.internalErrorCode");
    if (internal != null && INTERNAL.matcher(internal).matches()) {
      fields.take("status.internalErrorCode");
      return String.valueOf(Integer.parseInt(internal));
    }
    String raw = fields.peek("status.errorCode");
    if (raw == null || !RAW_CODE.matcher(raw).matches()) {
      return null;
    }
    fields.take("status.errorCode");
    return RAW + raw;
  }

  /** Whether this is one of Vibes' own codes. */
  static boolean isInternal(String code) {
    return INTERNAL.matcher(code).matches();
  }

  /** Whether the table has it. */
  static boolean isKnown(String code) {
    return TABLE.entry(code).isPresent();
  }

  /** The status that a code alone decides, whoever reports it. */
  static Optional<ReceiptStatus> status(String code) {
    return switch (code) {
      case "1", "2", "3", "4", "5", "6", "7", "8", "12" -> Optional.of(ReceiptStatus.REJECTED);
      case "10", "11", "13", "14" -> Optional.of(ReceiptStatus.FAILED);
      default -> Optional.empty();
    };
  }
}
