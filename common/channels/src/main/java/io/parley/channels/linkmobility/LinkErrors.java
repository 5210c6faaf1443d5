package io.parley.channels.linkmobility;

import io.parley.channels.wire.ErrorTable;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What LINK's codes mean. The two APIs use the same numbers for different things, so those of
 * MyLINK carry a prefix.
 */
final class LinkErrors {

  /** Stands before MyLINK's codes. */
  static final String MYLINK = "MYLINK-";

  static final ErrorTable TABLE =
      ErrorTable.load(LinkErrors.class, "errors.txt", LinkErrors::unknown);

  private static final Pattern CODE = Pattern.compile("(?:" + MYLINK + ")?[0-9]{1,9}");

  private LinkErrors() {}

  /** What the table says of a code, if it has it. */
  static @Nullable String words(String code) {
    return TABLE.entry(code).map(ErrorTable.Entry::text).orElse(null);
  }

  private static DeliveryReason unknown(String code) {
    return CODE.matcher(code).matches()
        ? new DeliveryReason(
            FailureCause.OTHER,
            "LINK reports the code "
                + code
                + ", which its manuals do not explain. Tell an"
                + " administrator.",
            code)
        : new DeliveryReason(
            FailureCause.OTHER, "LINK reports an error that it does not explain.", null);
  }
}
