package io.parley.simulator.twilio;

import io.parley.simulator.faults.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which states a message goes through, and how the callbacks about them are spoilt. */
final class CallbackPlan {

  private CallbackPlan() {}

  /** The states that follow acceptance (twilio-sms.md §5.2, twilio-whatsapp.md §7). */
  static List<StatusStep> steps(
      AccountSettings settings, Draft draft, Optional<StatusStep> failure) {
    CallbackDelays delays = settings.deliverDelays();
    if (delays == null) {
      delays = CallbackDelays.DEFAULT;
    }
    List<StatusStep> steps = new ArrayList<>();
    if (draft.service() != null) {
      steps.add(StatusStep.of(MessageStatus.QUEUED, 0));
    }
    if (failure.filter(CallbackPlan::comesBeforeSent).isPresent()) {
      failure.ifPresent(steps::add);
      return steps;
    }
    steps.add(StatusStep.of(MessageStatus.SENT, delays.sentMs()));
    if (failure.isPresent()) {
      steps.add(failure.get());
      return steps;
    }
    steps.add(StatusStep.of(MessageStatus.DELIVERED, delays.deliveredMs()));
    if (settings.sendReadReceipts() && draft.to().channel() == Channel.WHATSAPP) {
      steps.add(StatusStep.of(MessageStatus.READ, delays.readMs()));
    }
    return steps;
  }

  /** The callbacks to make, in this order. */
  static List<StatusStep> of(List<StatusStep> steps, Fault.@Nullable OnCallbacks fault) {
    if (fault == null) {
      return steps;
    }
    return switch (fault) {
      case Fault.DuplicateCallbacks duplicate ->
          steps.stream().flatMap(s -> Collections.nCopies(duplicate.times(), s).stream()).toList();
      case Fault.ReorderCallbacks reorder -> steps.reversed();
      case Fault.EarlyCallbacks early -> steps.stream().map(StatusStep::atOnce).toList();
      case Fault.NoCallbacks none -> steps;
    };
  }

  /** Twilio's own failures, and refusals by a channel, whose codes begin with 63. */
  private static boolean comesBeforeSent(StatusStep failure) {
    Integer code = failure.errorCode();
    return failure.status() == MessageStatus.FAILED
        || (code != null && code >= 63_000 && code < 64_000);
  }
}
