package io.parley.simulator;

import com.fasterxml.jackson.core.type.TypeReference;
import io.parley.simulator.faults.FaultRule;
import io.parley.simulator.faults.FaultScript;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Problem;
import io.parley.simulator.http.Request;
import io.parley.simulator.provider.Provider;
import io.parley.simulator.recording.MessageFilter;
import io.parley.simulator.recording.RecordedMessage;
import io.parley.simulator.recording.Recorder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON under {@code /control}, for this machine only. What is not shared is asked of providers. */
final class ControlApi {

  private static final TypeReference<List<FaultRule>> RULES = new TypeReference<>() {};

  /** Moves the clock by seconds or to an instant; neither means back to the system's time. */
  record ClockOrder(@Nullable Long advanceSeconds, @Nullable Instant instant) {
    ClockOrder {
      if (advanceSeconds != null && instant != null) {
        throw new InvalidFieldException("instant", "excludes advanceSeconds");
      }
    }
  }

  private final SimulatorClock clock;
  private final FaultScript faults;
  private final Recorder recorder;
  private final List<Provider> providers;

  ControlApi(
      SimulatorClock clock, FaultScript faults, Recorder recorder, List<Provider> providers) {
    this.clock = clock;
    this.faults = faults;
    this.recorder = recorder;
    this.providers = List.copyOf(providers);
  }

  static boolean serves(Request request) {
    return request.path().equals("/control") || request.path().startsWith("/control/");
  }

  Answer answer(Request request) {
    if (!request.fromLoopback()) {
      return Problem.notAllowed("Ask from the machine that runs the simulator.").answer();
    }
    try {
      return routed(request);
    } catch (InvalidFieldException e) {
      return Problem.invalidField(e).answer();
    }
  }

  void reset() {
    providers.forEach(Provider::reset);
    faults.replace(List.of());
    recorder.clear();
    clock.reset();
  }

  private Answer routed(Request request) {
    return switch (request.method() + " " + request.path().replaceFirst("^/control/?", "")) {
      case "GET " -> Answer.json(200, summary());
      case "DELETE " -> {
        reset();
        yield Answer.empty(204);
      }
      case "DELETE recordings" -> {
        recorder.clear();
        yield Answer.empty(204);
      }
      case "GET messages" -> messages(request);
      case "GET requests" -> Answer.json(200, Map.of("requests", recorder.requests()));
      case "GET webhooks" -> Answer.json(200, Map.of("webhooks", recorder.webhooks()));
      case "GET faults" -> Answer.json(200, faults.progress());
      case "PUT faults" -> {
        faults.replace(Json.read(request.body(), RULES));
        yield Answer.json(200, faults.progress());
      }
      case "GET clock" -> Answer.json(200, Map.of("instant", clock.instant()));
      case "POST clock" -> moveClock(Json.read(request.body(), ClockOrder.class));
      default -> ofProvider(request);
    };
  }

  private Answer ofProvider(Request request) {
    return providers.stream()
        .map(provider -> provider.control(request))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> Problem.notFound(request.method() + " " + request.path()).answer());
  }

  private Answer messages(Request request) {
    MessageFilter filter = MessageFilter.of(request.query());
    List<RecordedMessage> found = recorder.messages(filter);
    return Answer.json(
        200,
        Map.of(
            "total",
            recorder.messageCount(),
            "limited",
            found.size() == filter.limit(),
            "messages",
            found));
  }

  private Answer moveClock(ClockOrder order) {
    if (order.instant() != null) {
      clock.setTo(order.instant());
    } else if (order.advanceSeconds() != null) {
      clock.advance(Duration.ofSeconds(order.advanceSeconds()));
    } else {
      clock.reset();
    }
    return Answer.json(200, Map.of("instant", clock.instant()));
  }

  private Map<String, Object> summary() {
    return Map.of(
        "status", "ready",
        "providers", providers.stream().map(Provider::name).toList(),
        "instant", clock.instant(),
        "messages", recorder.messageCount(),
        "requests", recorder.requestCount());
  }
}
