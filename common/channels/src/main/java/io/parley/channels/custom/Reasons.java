package io.parley.channels.custom;

import io.parley.channels.wire.ProviderWords;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import org.jspecify.annotations.Nullable;

/** What is said to agents about an answer. */
final class Reasons {

  private static final int LONGEST_QUOTE = 200;

  private Reasons() {}

  /**
   * It was refused.
   *
   * @param meaning what the code means, if that is declared
   * @param words the provider's own
   */
  static DeliveryReason refused(
      ErrorMeanings.@Nullable Meaning meaning,
      int status,
      @Nullable String code,
      @Nullable String words) {
    if (meaning != null && code != null) {
      return quoted(ErrorMeanings.reason(meaning.cause(), code), words);
    }
    FailureCause cause =
        switch (status) {
          case 401, 403 -> FailureCause.CREDENTIALS;
          case 404, 405 -> FailureCause.CONFIGURATION;
          default -> FailureCause.OTHER;
        };
    String text =
        cause == FailureCause.OTHER
            ? "The provider refused the message with HTTP " + status + ". Tell an administrator."
            : ErrorMeanings.reason(cause, "").text();
    return quoted(new DeliveryReason(cause, text, code), words);
  }

  /** There were too many calls. */
  static DeliveryReason busy(int status, @Nullable String code) {
    return new DeliveryReason(
        status == 429 ? FailureCause.THROTTLED : FailureCause.PROVIDER_FAILURE,
        "The provider does not take messages now (HTTP "
            + status
            + "). The message will be tried again.",
        code);
  }

  private static DeliveryReason quoted(DeliveryReason reason, @Nullable String words) {
    return words == null
        ? reason
        : new DeliveryReason(
            reason.cause(),
            reason.text() + " The provider says: " + ProviderWords.shown(words, LONGEST_QUOTE),
            reason.providerCode());
  }
}
