package io.parley.channels.twilio;

import io.parley.channels.wire.ErrorTable;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import java.util.regex.Pattern;

/** What Twilio's error codes mean. */
final class TwilioErrors {

  static final ErrorTable TABLE =
      ErrorTable.load(TwilioErrors.class, "errors.txt", TwilioErrors::unknown);

  private static final Pattern CODE = Pattern.compile("[0-9]{1,6}");

  private TwilioErrors() {}

  private static DeliveryReason unknown(String code) {
    if (!CODE.matcher(code).matches()) {
      return new DeliveryReason(
          FailureCause.OTHER, "Twilio reports an error that it does not explain.", null);
    }
    return new DeliveryReason(
        FailureCause.OTHER,
        "Twilio reports error "
            + code
            + "; see https://www.twilio.com/docs/errors/"
            + code
            + ". Tell an administrator.",
        code);
  }
}
