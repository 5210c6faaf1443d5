package io.parley.simulator.twilio;

import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultScript;
import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.http.Answer;
import java.util.Optional;

/** Spoils answers as the fault script says, in Twilio's form. */
final class AnswerFaults {

  /** What would be done if nothing went wrong. */
  interface Work {
    Answer answer();
  }

  private final FaultScript script;

  AnswerFaults(FaultScript script) {
    this.script = script;
  }

  Answer meet(FaultSubject subject, Work work) {
    Optional<Fault.OnAnswer> fault = script.next(Fault.OnAnswer.class, subject);
    return fault.isPresent() ? spoiled(fault.get(), work) : work.answer();
  }

  private static Answer spoiled(Fault.OnAnswer fault, Work work) {
    return switch (fault) {
      case Fault.TooManyRequests many -> tooMany(many);
      case Fault.ServerError error -> {
        if (error.when() == Fault.When.AFTER) {
          work.answer();
        }
        yield serverError(error);
      }
      case Fault.Slow slow -> slow(slow, work);
      case Fault.DropAnswer drop -> {
        work.answer();
        yield new Answer.Dropped();
      }
      case Fault.Refuse refuse -> refused(refuse).answer();
    };
  }

  private static Answer tooMany(Fault.TooManyRequests fault) {
    Answer.Reply reply = TwilioError.TOO_MANY_REQUESTS.refused().answer();
    Integer seconds = fault.retryAfterSeconds();
    return seconds == null ? reply : reply.with("Retry-After", seconds.toString());
  }

  private static Answer serverError(Fault.ServerError fault) {
    TwilioError error = fault.status() == 503 ? TwilioError.UNAVAILABLE : TwilioError.INTERNAL;
    Fault.ErrorBody body = fault.body() == null ? Fault.ErrorBody.JSON : fault.body();
    return switch (body) {
      case JSON -> new RefusedException(error.code(), fault.status(), error.message()).answer();
      case HTML ->
          Answer.text(
              fault.status(), "text/html", "<html><body><h1>Bad gateway</h1></body></html>");
      case EMPTY -> Answer.empty(fault.status());
    };
  }

  private static Answer slow(Fault.Slow fault, Work work) {
    if (fault.when() == Fault.When.BEFORE) {
      pause(fault);
      return work.answer();
    }
    Answer answer = work.answer();
    pause(fault);
    return answer;
  }

  private static RefusedException refused(Fault.Refuse fault) {
    RefusedException usual = TwilioError.refused(fault.code());
    return new RefusedException(
        fault.code(),
        fault.status() == 0 ? usual.status() : fault.status(),
        fault.message() == null ? String.valueOf(usual.getMessage()) : fault.message());
  }

  private static void pause(Fault.Slow fault) {
    try {
      Thread.sleep(fault.milliseconds());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
