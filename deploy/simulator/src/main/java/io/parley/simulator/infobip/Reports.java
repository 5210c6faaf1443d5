package io.parley.simulator.infobip;

import io.parley.simulator.delivery.Attempt;
import io.parley.simulator.delivery.Batches;
import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.faults.ErrorCode;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Json;
import io.parley.simulator.journey.Journeys;
import io.parley.simulator.journey.Step;
import io.parley.simulator.journey.Traveller;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.recording.MessageKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Moves accepted messages on and reports it, several messages in one webhook if so configured. */
final class Reports {

  /** A webhook's address with the account that it is for. */
  private record Place(Account account, Target target) {}

  private record Report(String messageId, Map<String, @Nullable Object> json) {}

  private record Failure(SmsStatus status, NetworkError error, boolean early) {}

  private static final int UNDELIVERED = 9;
  private static final int UNKNOWN_ERROR = 255;

  private final Environment environment;
  private final Journeys journeys;
  private final Messages messages;
  private final Batches<Place, Report> batches = new Batches<>(this::deliver);

  Reports(Environment environment, Messages messages) {
    this.environment = environment;
    this.journeys = environment.journeys();
    this.messages = messages;
  }

  void start(Account account, Message message, FaultSubject subject) {
    Optional<Failure> failure =
        environment.fault(Fault.OnOutcome.class, subject).map(Reports::failure);
    Fault.OnCallbacks spoilt = environment.fault(Fault.OnCallbacks.class, subject).orElse(null);
    Optional<Target> target = account.reportTarget(message.draft().reporting());
    journeys.start(
        steps(account, failure),
        spoilt,
        new Traveller<Message.State>() {
          @Override
          public void reach(Message.State state) {
            messages.change(message, state);
            if (target.isEmpty() && !state.status().isIntermediate()) {
              messages.keepForPulling(message, dated(state));
            }
          }

          @Override
          public void report(Message.State state) throws InterruptedException {
            boolean wanted =
                message.draft().reporting().intermediate() || !state.status().isIntermediate();
            if (target.isPresent() && wanted) {
              tell(account, message, dated(state), target.get());
            }
          }
        });
  }

  private Message.State dated(Message.State state) {
    return new Message.State(state.status(), state.error(), environment.clock().instant());
  }

  private void tell(Account account, Message message, Message.State state, Target target)
      throws InterruptedException {
    List<Attempt> attempts =
        batches.deliver(
            new Place(account, target),
            new Report(message.messageId(), message.report(state, account.dates())),
            Duration.ofMillis(account.settings().reportWindowMs()),
            account.settings().reportsPerRequest());
    journeys.note(
        new MessageKey(Infobip.NAME, account.id(), message.messageId()),
        state.status().name(),
        attempts);
  }

  private List<Attempt> deliver(Place place, List<Report> reports) throws InterruptedException {
    String body = Json.write(Map.of("results", reports.stream().map(Report::json).toList()));
    String ids = reports.stream().map(Report::messageId).collect(Collectors.joining(","));
    return environment
        .webhooks()
        .deliver(
            place.target().webhook("status", ids, SignatureKind.VALID, body),
            place.account().retries());
  }

  private static List<Step<Message.State>> steps(Account account, Optional<Failure> failure) {
    List<Step<Message.State>> steps = new ArrayList<>();
    boolean early = failure.filter(Failure::early).isPresent();
    if (!early) {
      steps.add(step(SmsStatus.EN_ROUTE, NetworkError.NONE, account.delays().sentMs()));
      steps.add(step(SmsStatus.DELIVERED_TO_OPERATOR, NetworkError.NONE, 0));
    }
    SmsStatus last = failure.map(Failure::status).orElse(SmsStatus.DELIVERED);
    NetworkError error = failure.map(Failure::error).orElse(NetworkError.NONE);
    steps.add(step(last, error, account.delays().deliveredMs()));
    return steps;
  }

  private static Step<Message.State> step(SmsStatus status, NetworkError error, int afterMs) {
    return Step.of(new Message.State(status, error, Instant.EPOCH), afterMs);
  }

  /** The rule's code is a status, a status with an error such as {@code 9/27}. */
  private static Failure failure(Fault.OnOutcome fault) {
    return switch (fault) {
      case Fault.FailLater later -> {
        String[] ids = later.errorCode().text().split("/", 2);
        SmsStatus status = SmsStatus.of(number(ids[0], UNDELIVERED));
        yield new Failure(
            later.errorMessage() == null ? status : status.described(later.errorMessage()),
            NetworkError.of(ids.length == 1 ? UNKNOWN_ERROR : number(ids[1], UNKNOWN_ERROR)),
            later.status() == Fault.Failure.FAILED);
      }
    };
  }

  private static int number(String text, int otherwise) {
    try {
      return new ErrorCode(text).number();
    } catch (InvalidFieldException notANumber) {
      return otherwise;
    }
  }
}
