package io.parley.simulator.twilio;

import io.parley.simulator.delivery.CallbackDelays;
import io.parley.simulator.journey.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which states a message goes through. */
final class CallbackPlan {

  private static final int FAILURE_AFTER_MS = 5;

  private CallbackPlan() {}

  /** The states that follow acceptance (twilio-sms.md §5.2, twilio-whatsapp.md §7). */
  static List<Step<StatusStep>> steps(
      AccountSettings settings, Draft draft, Optional<StatusStep> failure) {
    CallbackDelays delays = settings.deliverDelays();
    if (delays == null) {
      delays = CallbackDelays.DEFAULT;
    }
    List<Step<StatusStep>> steps = new ArrayList<>();
    if (draft.service() != null) {
      steps.add(Step.of(StatusStep.of(MessageStatus.QUEUED), 0));
    }
    if (failure.filter(CallbackPlan::comesBeforeSent).isPresent()) {
      steps.add(Step.of(failure.get(), FAILURE_AFTER_MS));
      return steps;
    }
    steps.add(Step.of(StatusStep.of(MessageStatus.SENT), delays.sentMs()));
    if (failure.isPresent()) {
      steps.add(Step.of(failure.get(), FAILURE_AFTER_MS));
      return steps;
    }
    steps.add(Step.of(StatusStep.of(MessageStatus.DELIVERED), delays.deliveredMs()));
    if (settings.sendReadReceipts() && draft.to().channel() == Channel.WHATSAPP) {
      steps.add(Step.of(StatusStep.of(MessageStatus.READ), delays.readMs()));
    }
    return steps;
  }

  /** Twilio's own failures, and refusals by a channel, whose codes begin with 63. */
  private static boolean comesBeforeSent(StatusStep failure) {
    Integer code = failure.errorCode();
    return failure.status() == MessageStatus.FAILED
        || (code != null && code >= 63_000 && code < 64_000);
  }
}
