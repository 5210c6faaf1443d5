package io.parley.channels.infobip;

import io.parley.channels.ReceiptMeaning;
import io.parley.channels.wire.ErrorTable;
import io.parley.channels.wire.ErrorTable.Entry;
import io.parley.channels.wire.ErrorTable.Retry;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Infobip's codes mean. Statuses and network errors have numbers of their own each, so ours
 * are {@code status:14} and {@code error:27}. Whether a network error lasts is said by Infobip
 * itself, and goes before the table: {@code error:27:permanent}.
 */
final class InfobipErrors {

  static final ErrorTable TABLE =
      ErrorTable.load(InfobipErrors.class, "errors.txt", InfobipErrors::unknown);

  private static final String PERMANENT = ":permanent";
  private static final String TEMPORARY = ":temporary";
  private static final Pattern CODE =
      Pattern.compile("((?:status|error):(?:[0-9]{1,6}|group-[0-9]))(:permanent|:temporary)?");

  private InfobipErrors() {}

  /** What a code in a receipt means. */
  static ReceiptMeaning meaningOf(String code) {
    Matcher matcher = CODE.matcher(code);
    if (!matcher.matches()) {
      return new ReceiptMeaning(unknown(code), false);
    }
    ReceiptMeaning meaning = TABLE.meaningOf(matcher.group(1));
    String flag = matcher.group(2);
    if (flag == null) {
      return meaning;
    }
    DeliveryReason reason = meaning.reason();
    String what = reason.text().split("(?<=\\.) ", 2)[0];
    String advice =
        flag.equals(PERMANENT)
            ? " Infobip says that this will not change: use another way to reach the customer."
            : " Infobip says that this may pass: send the message again later.";
    return new ReceiptMeaning(
        new DeliveryReason(reason.cause(), what + advice, reason.providerCode()),
        meaning.optedOut());
  }

  /**
   * The code of a network error.
   *
   * @param permanent Infobip's own word for whether it lasts, when it gave it
   */
  static String networkError(int id, @Nullable Boolean permanent) {
    String code = "error:" + id;
    Optional<Boolean> expected =
        TABLE.entry(code).map(Entry::retry).map(retry -> retry instanceof Retry.Never);
    return permanent == null || expected.equals(Optional.of(permanent))
        ? code
        : code + (permanent ? PERMANENT : TEMPORARY);
  }

  private static DeliveryReason unknown(String code) {
    Matcher matcher = CODE.matcher(code);
    if (!matcher.matches()) {
      return new DeliveryReason(
          FailureCause.OTHER, "Infobip reports an error that it does not explain.", null);
    }
    return new DeliveryReason(
        FailureCause.OTHER,
        "Infobip reports " + code.replace(':', ' ') + ", which Parley does not know.",
        code);
  }
}
