package io.parley.channels.telesign;

import io.parley.channels.wire.ErrorTable;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import java.util.regex.Pattern;

/**
 * What TeleSign's codes mean. There are two tables because a code such as 10031 means one thing in
 * the answer to a call and another in a delivery report.
 */
final class TelesignErrors {

  /** Codes with which the API refuses a call (providers/telesign.md §6.2). */
  static final ErrorTable API =
      ErrorTable.load(TelesignErrors.class, "errors.txt", TelesignErrors::unknown);

  /** Codes of messages that were taken and then failed (providers/telesign.md §6.1). */
  static final ErrorTable DELIVERY =
      ErrorTable.load(TelesignErrors.class, "delivery-errors.txt", TelesignErrors::unknown);

  private static final Pattern CODE = Pattern.compile("[0-9]{1,6}");

  private TelesignErrors() {}

  private static DeliveryReason unknown(String code) {
    return CODE.matcher(code).matches()
        ? new DeliveryReason(
            FailureCause.OTHER,
            "TeleSign reports code "
                + code
                + ", which Parley does not know. Tell an administrator.",
            code)
        : new DeliveryReason(
            FailureCause.OTHER, "TeleSign reports an error that it does not explain.", null);
  }
}
