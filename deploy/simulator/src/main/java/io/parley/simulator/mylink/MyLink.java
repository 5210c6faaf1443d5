package io.parley.simulator.mylink;

import io.parley.simulator.delivery.Attempt;
import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.Webhook;
import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Fields;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Request;
import io.parley.simulator.journey.Crowd;
import io.parley.simulator.journey.Delivered;
import io.parley.simulator.provider.AnswerFaults;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.provider.Provider;
import io.parley.simulator.provider.Refusal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** LINK Mobility's MyLINK SMS API. */
public final class MyLink implements Provider {

  static final String NAME = "mylink";
  private static final String TOKEN = "/auth/realms/CPaaS/protocol/openid-connect/token";
  private static final String BASE = "/sms/v1";
  private static final long INBOUND_TTL_MS = 14_400_000;

  private final Environment environment;
  private final Access access;
  private final Messages messages;
  private final AnswerFaults faults;

  public MyLink(Environment environment) {
    this.environment = environment;
    this.access = new Access(environment.clock());
    this.messages = new Messages(environment);
    this.faults = new AnswerFaults(environment.faults(), new MyLinkErrorForm());
  }

  /** Creates or replaces an account. */
  public void putAccount(String id, MyLinkSettings settings) {
    access.put(id, settings);
  }

  /**
   * Lets customers write: makes webhooks and waits until each is answered or given up.
   *
   * @throws InvalidFieldException if the account is unknown
   */
  public Delivered receive(MyLinkOrder order) {
    MyLinkSettings account =
        access
            .find(order.accountId())
            .orElseThrow(() -> new InvalidFieldException("accountId", "is not a known account"));
    Crowd crowd = order.crowdOrOne();
    return new Delivered(
        crowd.write(
            number -> {
              String id = Fields.orElse(order.eventId(), UUID.randomUUID().toString());
              Instant at = Fields.orElse(order.at(), environment.clock().instant());
              Map<String, Object> body =
                  MyLinkEvents.reply(id, order, crowd.numbered(order.text(), number), at);
              return () -> deliver(account, id, body);
            }));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean serves(Request request) {
    String path = request.path();
    return path.equals(TOKEN) || path.equals(BASE) || path.startsWith(BASE + "/");
  }

  @Override
  public Answer answer(Request request) {
    try {
      if (request.path().equals(TOKEN)) {
        return faults.meet(FaultSubject.reading(NAME, "token", ""), () -> access.token(request));
      }
      Access.Account account = access.admit(request);
      return switch (request.method() + " " + request.path().substring(BASE.length())) {
        case "POST ", "POST /messages" ->
            faults.meet(subject(account, request), () -> messages.send(account, request));
        case "GET /schedules" ->
            faults.meet(
                FaultSubject.reading(NAME, "account", account.id()), () -> schedules(request));
        default -> Answer.empty(404);
      };
    } catch (Refusal e) {
      return e.answer();
    }
  }

  @Override
  public boolean carriesSecrets(Request request) {
    return request.path().equals(TOKEN);
  }

  @Override
  public Optional<Answer> control(Request request) {
    List<String> path = request.segments();
    if (path.size() < 3 || !path.get(1).equals(NAME)) {
      return Optional.empty();
    }
    return switch (request.method() + " " + path.get(2) + "/" + path.size()) {
      case "PUT accounts/4" -> {
        putAccount(path.get(3), Json.read(request.body(), MyLinkSettings.class));
        yield Optional.of(Answer.empty(204));
      }
      case "POST inbound/3" ->
          Optional.of(Answer.json(200, receive(Json.read(request.body(), MyLinkOrder.class))));
      default -> Optional.empty();
    };
  }

  @Override
  public void reset() {
    access.clear();
  }

  private Delivered.Delivery deliver(MyLinkSettings account, String id, Map<String, Object> body)
      throws InterruptedException {
    Endpoint endpoint = account.profile();
    if (endpoint == null) {
      return Delivered.Delivery.nowhere(id);
    }
    Webhook webhook = MyLinkEvents.webhook("inbound", id, endpoint, body);
    List<Attempt> attempts =
        environment.webhooks().deliver(webhook, account.retries(INBOUND_TTL_MS));
    return Delivered.Delivery.of(webhook, attempts.getLast().answeredBetween(200, 200), attempts);
  }

  /** The first message decides which fault strikes. */
  private static FaultSubject subject(Access.Account account, Request request) {
    return new FaultSubject(
        NAME,
        "send",
        account.id(),
        Json.textAt(request.body(), "/0/content/options/sms.sender").orElse(""),
        Json.textAt(request.body(), "/0/recipient").orElse(""),
        Json.textAt(request.body(), "/0/content/text").orElse(""));
  }

  /** There are never any; asked for to see whether the token opens the API. */
  private static Answer schedules(Request request) {
    if (!request.query().text("page").matches("[1-9][0-9]{0,8}")
        || !request.query().text("size").matches("[1-9][0-9]{0,8}")) {
      return MyLinkErrorForm.invalid(400, "400", "page and size are required");
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("schedules", List.of());
    body.put("page", Integer.valueOf(request.query().text("page")));
    body.put("size", Integer.valueOf(request.query().text("size")));
    body.put("total", 0);
    return Answer.json(200, body);
  }
}
