package io.parley.channels.azure;

import io.parley.channels.wire.ErrorTable;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import java.util.regex.Pattern;

/** What Azure's error codes mean. */
final class AzureErrors {

  static final ErrorTable TABLE =
      ErrorTable.load(AzureErrors.class, "errors.txt", AzureErrors::unknown);

  private static final Pattern CODE = Pattern.compile("[0-9]{1,6}");

  private AzureErrors() {}

  private static DeliveryReason unknown(String code) {
    return CODE.matcher(code).matches()
        ? new DeliveryReason(
            FailureCause.OTHER,
            "Azure reports error " + code + ", which is not known here. Tell an administrator.",
            code)
        : new DeliveryReason(
            FailureCause.OTHER, "Azure reports an error that it does not explain.", null);
  }
}
