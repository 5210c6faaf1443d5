package io.parley.simulator.provider;

import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultScript;
import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.http.Answer;
import java.util.Optional;

/** Spoils answers as the fault script says, in the provider's form. */
public final class AnswerFaults {

  /** What would be done if nothing went wrong. */
  public interface Work {
    Answer answer();
  }

  private final FaultScript script;
  private final ErrorForm form;

  public AnswerFaults(FaultScript script, ErrorForm form) {
    this.script = script;
    this.form = form;
  }

  public Answer meet(FaultSubject subject, Work work) {
    Optional<Fault.OnAnswer> fault = script.next(Fault.OnAnswer.class, subject);
    return fault.isPresent() ? spoiled(fault.get(), work) : work.answer();
  }

  private Answer spoiled(Fault.OnAnswer fault, Work work) {
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
      case Fault.Refuse refuse -> form.refused(refuse);
    };
  }

  private Answer tooMany(Fault.TooManyRequests fault) {
    Answer.Reply reply = form.tooManyRequests();
    Integer seconds = fault.retryAfterSeconds();
    return seconds == null ? reply : reply.with("Retry-After", seconds.toString());
  }

  private Answer serverError(Fault.ServerError fault) {
    Fault.ErrorBody body = fault.body() == null ? Fault.ErrorBody.JSON : fault.body();
    return switch (body) {
      case JSON -> form.serverError(fault.status());
      case HTML ->
          Answer.text(
              fault.status(), "text/html", "<html><body><h1>Bad gateway</h1></body></html>");
      case EMPTY -> Answer.empty(fault.status());
    };
  }

  private Answer slow(Fault.Slow fault, Work work) {
    if (fault.when() == Fault.When.BEFORE) {
      pause(fault);
      return work.answer();
    }
    Answer answer = work.answer();
    pause(fault);
    return answer;
  }

  private static void pause(Fault.Slow fault) {
    try {
      Thread.sleep(fault.milliseconds());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
