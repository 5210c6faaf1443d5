package io.parley.simulator.vibes;

import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Request;
import io.parley.simulator.journey.Delivered;
import io.parley.simulator.provider.AnswerFaults;
import io.parley.simulator.provider.Credentials;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.provider.Provider;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Vibes' Message API: sends, receipts, inbound messages, carrier lookup. */
public final class Vibes implements Provider {

  static final String NAME = "vibes";
  private static final String BASE = "/MessageApi/";

  private final Map<String, VibesSettings> accounts = new ConcurrentHashMap<>();
  private final MtMessages messages;
  private final Inbound inbound;
  private final AnswerFaults faults;

  public Vibes(Environment environment) {
    this.messages = new MtMessages(environment);
    this.inbound = new Inbound(environment);
    this.faults = new AnswerFaults(environment.faults(), new VibesErrorForm());
  }

  /** Creates or replaces an account. */
  public void putAccount(String id, VibesSettings settings) {
    accounts.put(id, settings);
  }

  /**
   * Lets customers write: makes webhooks and waits until each is answered or given up.
   *
   * @throws InvalidFieldException if the account is unknown
   */
  public Delivered receive(VibesOrder order) {
    VibesSettings account = accounts.get(order.accountId());
    if (account == null) {
      throw new InvalidFieldException("accountId", "is not a known account");
    }
    return inbound.receive(order, account);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean serves(Request request) {
    return request.path().startsWith(BASE);
  }

  @Override
  public Answer answer(Request request) {
    Map.Entry<String, VibesSettings> account = identify(request);
    if (account == null) {
      return VibesError.system(401, "Unauthorized").with("WWW-Authenticate", "Basic");
    }
    if (account.getValue().isSuspended()) {
      return VibesError.system(403, "Forbidden");
    }
    List<String> path = request.segments();
    String what = request.method() + " " + path.get(1) + "/" + path.size();
    return switch (what) {
      case "POST mt/3" -> send(account, request);
      case "GET mt/4", "GET mt/5" -> {
        String view = path.size() == 5 ? path.get(4) : "message";
        yield faults.meet(
            FaultSubject.reading(NAME, "fetch", account.getKey()),
            () -> messages.read(account.getKey(), path.get(3), view));
      }
      case "GET mdns/3" ->
          faults.meet(
              FaultSubject.reading(NAME, "numbers", account.getKey()),
              () -> lookup(account.getValue(), path.get(2)));
      default -> VibesError.system(404, "Not found");
    };
  }

  @Override
  public Optional<Answer> control(Request request) {
    List<String> path = request.segments();
    if (path.size() < 3 || !path.get(1).equals(NAME)) {
      return Optional.empty();
    }
    return switch (request.method() + " " + path.get(2) + "/" + path.size()) {
      case "PUT accounts/4" -> {
        putAccount(path.get(3), Json.read(request.body(), VibesSettings.class));
        yield Optional.of(Answer.empty(204));
      }
      case "POST inbound/3" ->
          Optional.of(Answer.json(200, receive(Json.read(request.body(), VibesOrder.class))));
      default -> Optional.empty();
    };
  }

  @Override
  public void reset() {
    accounts.clear();
    messages.clear();
  }

  private Map.@Nullable Entry<String, VibesSettings> identify(Request request) {
    return Credentials.basic(request)
        .flatMap(
            login ->
                accounts.entrySet().stream()
                    .filter(entry -> entry.getValue().username().equals(login.user()))
                    .filter(entry -> entry.getValue().password().equals(login.password()))
                    .findFirst())
        .orElse(null);
  }

  private Answer send(Map.Entry<String, VibesSettings> account, Request request) {
    String type = Objects.requireNonNullElse(request.header("content-type"), "");
    if (!type.matches("(text|application)/xml(;.*)?")) {
      return VibesError.system(400, "Content-Type must be text/xml");
    }
    MtMessage message;
    try {
      message = MtMessage.parse(request.body());
    } catch (InvalidFieldException e) {
      return VibesError.system(400, (e.field() + " " + e.getMessage()).strip());
    }
    FaultSubject subject =
        new FaultSubject(
            NAME,
            "send",
            account.getKey(),
            message.source(),
            message.customer().orElse(message.destination()),
            message.delivered());
    return faults.meet(subject, () -> messages.send(subject, account.getValue(), message, request));
  }

  /** Carrier 0 stands for a number that no carrier knows. */
  private static Answer lookup(VibesSettings account, String number) {
    Optional<String> customer = Numbers.normalised(number);
    if (customer.isEmpty()) {
      return VibesError.system(400, "Invalid number");
    }
    String carrier = account.carrierOf(customer.get());
    return Answer.text(
        200,
        "text/xml",
        Xml.DECLARATION
            + "<mdn"
            + Xml.attribute("address", customer.get())
            + Xml.attribute("carrier", carrier)
            + Xml.attribute("provisioned", String.valueOf(!carrier.equals("0")))
            + "/>");
  }
}
