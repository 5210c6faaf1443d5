package io.parley.simulator.telesign;

import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Request;
import io.parley.simulator.journey.Delivered;
import io.parley.simulator.provider.AnswerFaults;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.provider.Provider;
import io.parley.simulator.provider.Refusal;
import java.util.List;
import java.util.Optional;

/** TeleSign: Messaging endpoint, delivery reports and inbound messages. */
public final class Telesign implements Provider {

  static final String NAME = "telesign";
  private static final String PATH = "/v1/messaging";
  private static final String CUSTOMER_ID = "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";

  private final Access access;
  private final Messaging messaging;
  private final AnswerFaults faults;
  private final Inbound inbound;

  public Telesign(Environment environment) {
    access = new Access(environment.clock());
    messaging = new Messaging(environment);
    faults = new AnswerFaults(environment.faults(), new TelesignErrorForm(environment.clock()));
    inbound = new Inbound(environment);
  }

  /**
   * Creates or replaces an account.
   *
   * @throws InvalidFieldException if the Customer ID is not one
   */
  public void putAccount(String customerId, AccountSettings settings) {
    if (!customerId.matches(CUSTOMER_ID)) {
      throw new InvalidFieldException("accountId", "must be a UUID");
    }
    access.put(new Account(customerId, settings));
  }

  /**
   * Lets customers write: makes signed webhooks and waits until each is answered or given up.
   *
   * @throws InvalidFieldException if the account or number is unknown
   */
  public Delivered receive(InboundOrder order) {
    Account account = access.find(order.accountId());
    if (account == null) {
      throw new InvalidFieldException("accountId", "is not a known account");
    }
    return inbound.receive(account, order);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean serves(Request request) {
    return request.path().equals(PATH) || request.path().startsWith(PATH + "/");
  }

  @Override
  public Answer answer(Request request) {
    try {
      Account account = access.admit(request);
      List<String> path = request.segments();
      return switch (request.method() + "/" + path.size()) {
        case "POST/2" ->
            faults.meet(
                Messaging.subject(account, request.form()), () -> messaging.send(account, request));
        case "GET/3" ->
            faults.meet(
                FaultSubject.reading(NAME, "fetch", account.id()),
                () -> messaging.fetch(account, path.get(2)));
        default -> Answer.text(405, "text/html", "<h1>405 Method Not Allowed</h1>");
      };
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }

  @Override
  public Optional<Answer> control(Request request) {
    List<String> path = request.segments();
    if (path.size() < 3 || !path.get(1).equals(NAME)) {
      return Optional.empty();
    }
    return switch (request.method() + " " + path.get(2) + "/" + path.size()) {
      case "PUT accounts/4" -> {
        putAccount(path.get(3), Json.read(request.body(), AccountSettings.class));
        yield Optional.of(Answer.empty(204));
      }
      case "POST inbound/3" ->
          Optional.of(Answer.json(200, receive(Json.read(request.body(), InboundOrder.class))));
      default -> Optional.empty();
    };
  }

  @Override
  public void reset() {
    access.clear();
    messaging.clear();
  }
}
