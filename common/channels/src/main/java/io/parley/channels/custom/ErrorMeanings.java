package io.parley.channels.custom;

import io.parley.channels.ReceiptMeaning;
import io.parley.channels.wire.StorableText;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a provider's error codes mean, as the account declares it. A code in a report is looked up
 * without the account, so what it means is written before it.
 */
record ErrorMeanings(ValueMap<Meaning> byCode) {

  private static final String LATER = "later";
  private static final String SEPARATOR = ":";
  private static final int LONGEST_CODE = 60;

  /**
   * What a code means.
   *
   * @param later whether the message was certainly not taken and is to be tried again
   */
  record Meaning(FailureCause cause, boolean later) {}

  /** Reads it. */
  static ErrorMeanings of(Settings settings, Problems problems) {
    return new ErrorMeanings(
        problems
            .read(
                "errorMeanings",
                () ->
                    ValueMap.parse(
                        settings.text("errorMeanings"),
                        ErrorMeanings::meaning,
                        "the causes in the help, with or without later"))
            .orElseGet(() -> ValueMap.parse("", ErrorMeanings::meaning, "")));
  }

  /** What a code means, if the account declares it, or the code is itself the name of a cause. */
  Optional<Meaning> find(String code) {
    return byCode.get(code).or(() -> cause(code).map(cause -> new Meaning(cause, false)));
  }

  /** The code as a report carries it. */
  String codeInReceipt(String code) {
    String bounded = StorableText.cut(code, LONGEST_CODE);
    return byCode.get(code).map(meaning -> meaning.cause() + SEPARATOR + bounded).orElse(bounded);
  }

  /** What a code of a report means. */
  static ReceiptMeaning inReceipt(String code) {
    int end = code.indexOf(SEPARATOR);
    Optional<FailureCause> cause = cause(end < 0 ? code : code.substring(0, end));
    return cause
        .map(
            known ->
                new ReceiptMeaning(
                    reason(known, code.substring(end + 1)), known == FailureCause.OPTED_OUT))
        .orElseGet(() -> new ReceiptMeaning(reason(FailureCause.OTHER, code), false));
  }

  /** A cause in words for agents. */
  static DeliveryReason reason(FailureCause cause, String code) {
    return new DeliveryReason(cause, text(cause), StorableText.cut(code, LONGEST_CODE));
  }

  private static String text(FailureCause cause) {
    return switch (cause) {
      case WINDOW_CLOSED -> "The time for free answers is over. Wait until the customer writes.";
      case OPTED_OUT -> "The customer does not want messages from this address.";
      case BLOCKED -> "The customer has blocked this business.";
      case CONTENT_INVALID -> "The provider cannot carry this content. Change it.";
      case CONTENT_REFUSED -> "The message was refused because of what it says. Change it.";
      case TEMPLATE_INVALID -> "The template was refused. Tell an administrator.";
      case RECIPIENT_INVALID ->
          "Nobody can be reached at this address. Correct it, or use another way.";
      case RECIPIENT_UNREACHABLE -> "The customer cannot be reached now. Try again later.";
      case CONFIGURATION -> "The provider account is set up wrongly. Tell an administrator.";
      case CREDENTIALS -> "The provider refused the account's credentials. Tell an administrator.";
      case THROTTLED -> "The provider had too many messages. Try again later.";
      case PROVIDER_FAILURE -> "The provider failed. Try again later.";
      case OUTCOME_UNKNOWN, OTHER ->
          "The provider reports an error that it does not explain. Tell an administrator.";
    };
  }

  private static Optional<Meaning> meaning(String written) {
    String[] words = written.split("\\s+", 2);
    boolean later = words.length == 2 && words[1].equals(LATER);
    return words.length == 1 || later
        ? cause(words[0]).map(cause -> new Meaning(cause, later))
        : Optional.empty();
  }

  private static Optional<FailureCause> cause(String name) {
    return Stream.of(FailureCause.values())
        .filter(cause -> cause != FailureCause.OUTCOME_UNKNOWN)
        .filter(cause -> cause.name().equals(name))
        .findFirst();
  }
}
