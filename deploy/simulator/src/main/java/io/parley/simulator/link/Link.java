package io.parley.simulator.link;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** LINK Mobility's Common API. */
public final class Link implements Provider {

  static final String NAME = "link";
  private static final String SEND = "/sms/send";
  private static final String TOKEN = "/auth/token";
  private static final String GATES = "/gate/partnergate";

  private final Environment environment;
  private final Access access;
  private final Gates gates = new Gates();
  private final Reports reports;
  private final Inbound inbound;
  private final AnswerFaults faults;

  public Link(Environment environment) {
    this.environment = environment;
    this.access = new Access(environment.clock());
    this.reports = new Reports(environment);
    this.inbound = new Inbound(environment, gates);
    this.faults = new AnswerFaults(environment.faults(), new LinkErrorForm());
  }

  /** Creates or replaces an account; gates made over the API are forgotten. */
  public void putAccount(String id, LinkSettings settings) {
    access.put(id, settings);
    gates.put(id, settings);
  }

  /**
   * Lets customers write: makes webhooks and waits until each is answered or given up.
   *
   * @throws InvalidFieldException if the account or gate is unknown
   */
  public Delivered receive(LinkOrder order) {
    return inbound.receive(
        order,
        access
            .find(order.accountId())
            .orElseThrow(() -> new InvalidFieldException("accountId", "is not a known account")));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean serves(Request request) {
    String path = request.path();
    return path.equals(SEND)
        || path.equals(TOKEN)
        || path.equals(GATES)
        || path.startsWith(GATES + "/");
  }

  @Override
  public Answer answer(Request request) {
    try {
      return switch (request.path()) {
        case SEND -> request.method().equals("POST") ? send(request) : Answer.empty(405);
        case TOKEN ->
            faults.meet(FaultSubject.reading(NAME, "token", ""), () -> access.token(request));
        default -> gates(request);
      };
    } catch (Refusal e) {
      return e.answer();
    }
  }

  @Override
  public boolean carriesSecrets(Request request) {
    return request.path().equals(TOKEN) || request.path().startsWith(GATES);
  }

  @Override
  public Optional<Answer> control(Request request) {
    List<String> path = request.segments();
    if (path.size() < 3 || !path.get(1).equals(NAME)) {
      return Optional.empty();
    }
    return switch (request.method() + " " + path.get(2) + "/" + path.size()) {
      case "PUT accounts/4" -> {
        putAccount(path.get(3), Json.read(request.body(), LinkSettings.class));
        yield Optional.of(Answer.empty(204));
      }
      case "POST inbound/3" ->
          Optional.of(Answer.json(200, receive(Json.read(request.body(), LinkOrder.class))));
      default -> Optional.empty();
    };
  }

  @Override
  public void reset() {
    access.clear();
    gates.clear();
  }

  private Answer gates(Request request) {
    Access.Account account = access.toGates(request);
    return faults.meet(
        FaultSubject.reading(NAME, "account", account.id()), () -> gates.answer(account, request));
  }

  private Answer send(Request request) {
    Access.Account account = access.toSms(request);
    FaultSubject subject =
        new FaultSubject(
            NAME,
            "send",
            account.id(),
            Json.textAt(request.body(), "/source").orElse(""),
            Json.textAt(request.body(), "/destination").orElse(""),
            Json.textAt(request.body(), "/userData").orElse(""));
    return faults.meet(subject, () -> accepted(account, subject, request));
  }

  private Answer accepted(Access.Account account, FaultSubject subject, Request request) {
    SendCheck.Draft draft =
        SendCheck.check(
            account.settings(),
            gates.of(account.id()),
            request.body(),
            environment.clock().instant());
    String id = MessageIds.random();
    environment.took(subject, id, request);
    reports.start(account, draft, id, subject);
    if (draft.silent()) {
      return Answer.empty(204);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("messageId", id);
    body.put("resultCode", 1005);
    body.put("description", "Queued");
    if (draft.counted()) {
      body.put("smsCount", draft.segments());
    }
    return Answer.json(200, body);
  }
}
