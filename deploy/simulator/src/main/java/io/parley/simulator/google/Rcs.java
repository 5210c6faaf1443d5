package io.parley.simulator.google;

import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.JsonObject;
import io.parley.simulator.http.Request;
import io.parley.simulator.journey.Delivered;
import io.parley.simulator.provider.AnswerFaults;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.provider.Provider;
import io.parley.simulator.provider.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** RCS for Business; its tokens come from {@link TokenIssuer}. */
public final class Rcs implements Provider {

  static final String NAME = "rcs";
  private static final String PHONES = "/v1/phones/";
  private static final String BATCH = "/v1/users:batchGet";
  private static final List<String> FILES = List.of("/v1/files", "/upload/v1/files");

  private final Map<String, RcsSettings> accounts = new ConcurrentHashMap<>();
  private final TokenIssuer tokens;
  private final RcsTeller teller;
  private final RcsResources resources;
  private final Handshake handshake;
  private final AnswerFaults faults;

  public Rcs(Environment environment, TokenIssuer tokens) {
    this.tokens = tokens;
    this.teller = new RcsTeller(environment);
    this.resources = new RcsResources(environment, teller);
    this.handshake = new Handshake(environment.webhooks());
    this.faults = new AnswerFaults(environment.faults(), new GoogleErrorForm());
  }

  /** Creates or replaces an agent. */
  public void putAccount(String id, RcsSettings settings) {
    accounts.put(id, settings);
    tokens.trust(settings.serviceAccount(), settings.tokenSeconds());
  }

  /**
   * Lets a user act: makes signed webhooks and waits until each is answered or given up.
   *
   * @throws InvalidFieldException if the account is unknown
   */
  public Delivered receive(RcsOrder order) {
    return teller.receive(order, account(order.accountId()));
  }

  /**
   * Verifies the webhook as the console does.
   *
   * @throws InvalidFieldException if the account is unknown or has no webhook
   */
  public Handshake.Result verify(Handshake.Order order) {
    RcsSettings agent = account(order.accountId());
    return handshake.make(order, agent.clientToken(), agent.webhook());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean serves(Request request) {
    String path = request.path();
    return path.startsWith(PHONES) || path.equals(BATCH) || FILES.contains(path);
  }

  @Override
  public Answer answer(Request request) {
    try {
      String email =
          tokens
              .identify(request, TokenIssuer.RCS)
              .orElseThrow(GoogleError.UNAUTHENTICATED::refused);
      if (FILES.contains(request.path())) {
        return faults.meet(FaultSubject.reading(NAME, "files", ""), resources::upload);
      }
      return request.path().equals(BATCH) ? reachable(email, request) : phone(email, request);
    } catch (Refusal e) {
      return e.answer();
    } catch (InvalidFieldException e) {
      return GoogleError.invalid(e).answer();
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
        putAccount(path.get(3), Json.read(request.body(), RcsSettings.class));
        yield Optional.of(Answer.empty(204));
      }
      case "POST inbound/3" ->
          Optional.of(Answer.json(200, receive(Json.read(request.body(), RcsOrder.class))));
      case "POST handshake/3" ->
          Optional.of(Answer.json(200, verify(Json.read(request.body(), Handshake.Order.class))));
      default -> Optional.empty();
    };
  }

  @Override
  public void reset() {
    accounts.clear();
    resources.clear();
    tokens.clear();
  }

  private RcsSettings account(String id) {
    RcsSettings found = accounts.get(id);
    if (found == null) {
      throw new InvalidFieldException("accountId", "is not a known account");
    }
    return found;
  }

  private Answer reachable(String email, Request request) {
    JsonObject body = JsonObject.parse(request.body());
    Map.Entry<String, RcsSettings> agent = agent(email, body.requiredText("agentId"));
    return faults.meet(
        FaultSubject.reading(NAME, "capabilities", agent.getKey()),
        () -> resources.reachable(agent.getValue(), body));
  }

  private Answer phone(String email, Request request) {
    List<String> path = request.segments();
    String phone = path.size() < 4 ? "" : path.get(2);
    if (!phone.matches("\\+[1-9][0-9]{1,14}")) {
      throw GoogleError.INVALID_ARGUMENT.refused("Invalid phone number");
    }
    Map.Entry<String, RcsSettings> agent = agent(email, request.query().text("agentId"));
    boolean sends = request.method().equals("POST") && path.get(3).equals("agentMessages");
    FaultSubject subject =
        new FaultSubject(
            NAME,
            sends ? "send" : path.get(3).equals("capabilities") ? "capabilities" : "events",
            agent.getKey(),
            agent.getValue().agentId(),
            phone,
            Json.textAt(request.body(), "/contentMessage/text").orElse(""));
    return faults.meet(subject, () -> dispatched(subject, agent.getValue(), path, request));
  }

  private Answer dispatched(
      FaultSubject subject, RcsSettings agent, List<String> path, Request request) {
    if (!agent.isLaunchedFor(subject.to())) {
      throw GoogleError.PERMISSION_DENIED.refused(
          "The agent is not launched and the number is not one of its testers");
    }
    if (!agent.reaches(subject.to())) {
      throw GoogleError.NOT_FOUND.refused();
    }
    return switch (request.method() + " " + path.get(3) + "/" + path.size()) {
      case "POST agentMessages/4" -> resources.send(subject, agent, request);
      case "DELETE agentMessages/5" -> resources.revoke(subject.account(), path.get(4));
      case "POST agentEvents/4" -> resources.event(subject, request);
      case "GET capabilities/4" -> resources.capabilities(agent, request);
      default -> throw GoogleError.NOT_FOUND.refused();
    };
  }

  private Map.Entry<String, RcsSettings> agent(String email, String agentId) {
    if (agentId.isEmpty()) {
      throw new InvalidFieldException("agentId", "is required");
    }
    Map.Entry<String, RcsSettings> found =
        accounts.entrySet().stream()
            .filter(entry -> entry.getValue().agentId().equals(agentId))
            .filter(entry -> entry.getValue().serviceAccount().clientEmail().equals(email))
            .findFirst()
            .orElseThrow(
                () -> GoogleError.PERMISSION_DENIED.refused("The caller does not have permission"));
    switch (found.getValue().statusOrActive()) {
      case ACTIVE -> {}
      case SUSPENDED ->
          throw GoogleError.PERMISSION_DENIED.refused("The caller does not have permission");
      case DISCONTINUED -> throw GoogleError.NOT_FOUND.refused();
    }
    return found;
  }
}
