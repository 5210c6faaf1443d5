package io.parley.channels.telesign;

import io.parley.channels.wire.ErrorTable;
import java.util.regex.Pattern;

/**
 * What TeleSign's codes mean. There are two tables because a code such as 10031 means one thing in
 * the answer to a call and another in a delivery report.
 */
final class TelesignErrors {

  private static final Pattern CODE = Pattern.compile("[0-9]{1,6}");

  /** Codes with which the API refuses a call (providers/telesign.md §6.2). */
  static final ErrorTable API =
      ErrorTable.load(TelesignErrors.class, "errors.txt", ErrorTable.unexplained("TeleSign", CODE));

  /** Codes of messages that were taken and then failed (providers/telesign.md §6.1). */
  static final ErrorTable DELIVERY =
      ErrorTable.load(
          TelesignErrors.class, "delivery-errors.txt", ErrorTable.unexplained("TeleSign", CODE));

  private TelesignErrors() {}
}
