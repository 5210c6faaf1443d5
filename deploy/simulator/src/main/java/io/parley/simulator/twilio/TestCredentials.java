package io.parley.simulator.twilio;

/** The magic numbers of test credentials (twilio-sms.md §1). */
final class TestCredentials {

  private static final String MAGIC = "+1500555000";

  private TestCredentials() {}

  /**
   * @return the sender, if both numbers are of the kind that succeeds
   * @throws RefusedException otherwise
   */
  static Address check(String from, Address to) {
    switch (from) {
      case MAGIC + "6" -> {}
      case MAGIC + "1" -> throw TwilioError.INVALID_FROM.refused();
      case MAGIC + "8" -> throw TwilioError.QUEUE_FULL.refused();
      default -> throw TwilioError.FROM_NOT_USABLE.refused();
    }
    switch (to.value()) {
      case MAGIC + "1" -> throw TwilioError.INVALID_TO.refused();
      case MAGIC + "2" -> throw TwilioError.PAIR_IMPOSSIBLE.refused();
      case MAGIC + "3" -> throw TwilioError.COUNTRY_NOT_ENABLED.refused();
      case MAGIC + "4" -> throw TwilioError.OPTED_OUT.refused();
      case MAGIC + "9" -> throw TwilioError.NOT_MOBILE.refused();
      default -> {}
    }
    return new Address(Channel.SMS, from);
  }
}
