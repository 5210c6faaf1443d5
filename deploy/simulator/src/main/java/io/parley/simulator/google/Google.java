package io.parley.simulator.google;

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
import java.util.concurrent.ConcurrentHashMap;

/** Google's Business Messages: token endpoint, conversations, management of agents, events. */
public final class Google implements Provider {

  static final String NAME = "google";
  private static final String CONVERSATIONS = "/v1/conversations/";
  private static final String BRANDS = "/v1/brands/";

  private final Map<String, GbmSettings> accounts = new ConcurrentHashMap<>();
  private final Environment environment;
  private final TokenIssuer tokens;
  private final Conversations conversations = new Conversations();
  private final GbmResources resources;
  private final GbmInbound inbound;
  private final Handshake handshake;
  private final AnswerFaults faults;

  public Google(Environment environment, TokenIssuer tokens) {
    this.environment = environment;
    this.tokens = tokens;
    this.resources = new GbmResources(environment, conversations);
    this.inbound = new GbmInbound(environment, conversations);
    this.handshake = new Handshake(environment.webhooks());
    this.faults = new AnswerFaults(environment.faults(), new GoogleErrorForm());
  }

  /** Creates or replaces an agent; its conversations count as written in now. */
  public void putAccount(String id, GbmSettings settings) {
    accounts.put(id, settings);
    tokens.trust(settings.serviceAccount(), settings.tokenSeconds());
    settings
        .conversations()
        .forEach(c -> conversations.customerWrote(c, id, environment.clock().instant()));
  }

  /**
   * Lets a customer act: makes signed webhooks and waits until each is answered or given up.
   *
   * @throws InvalidFieldException if the account is unknown
   */
  public Delivered receive(GbmOrder order) {
    return inbound.receive(order, account(order.accountId()));
  }

  /**
   * Presses "Verify" in the console.
   *
   * @throws InvalidFieldException if the account is unknown or has no webhook
   */
  public Handshake.Result verify(Handshake.Order order) {
    GbmSettings agent = account(order.accountId());
    return handshake.make(order, agent.clientToken(), agent.webhook());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean serves(Request request) {
    String path = request.path();
    return path.equals(TokenIssuer.PATH)
        || path.startsWith(CONVERSATIONS)
        || path.startsWith(BRANDS);
  }

  @Override
  public Answer answer(Request request) {
    try {
      if (request.path().equals(TokenIssuer.PATH)) {
        return faults.meet(FaultSubject.reading(NAME, "token", ""), () -> tokens.answer(request));
      }
      return request.path().startsWith(BRANDS) ? agent(request) : conversation(request);
    } catch (Refusal e) {
      return e.answer();
    } catch (InvalidFieldException e) {
      return GoogleError.invalid(e).answer();
    }
  }

  @Override
  public boolean carriesSecrets(Request request) {
    return request.path().equals(TokenIssuer.PATH);
  }

  @Override
  public Optional<Answer> control(Request request) {
    List<String> path = request.segments();
    if (path.size() < 3 || !path.get(1).equals(NAME)) {
      return Optional.empty();
    }
    return switch (request.method() + " " + path.get(2) + "/" + path.size()) {
      case "PUT accounts/4" -> {
        putAccount(path.get(3), Json.read(request.body(), GbmSettings.class));
        yield Optional.of(Answer.empty(204));
      }
      case "POST inbound/3" ->
          Optional.of(Answer.json(200, receive(Json.read(request.body(), GbmOrder.class))));
      case "POST handshake/3" ->
          Optional.of(Answer.json(200, verify(Json.read(request.body(), Handshake.Order.class))));
      default -> Optional.empty();
    };
  }

  @Override
  public void reset() {
    accounts.clear();
    conversations.clear();
    resources.clear();
    tokens.clear();
  }

  private GbmSettings account(String id) {
    GbmSettings found = accounts.get(id);
    if (found == null) {
      throw new InvalidFieldException("accountId", "is not a known account");
    }
    return found;
  }

  private Answer conversation(Request request) {
    String email =
        tokens
            .identify(request, TokenIssuer.MESSAGES)
            .orElseThrow(GoogleError.UNAUTHENTICATED::refused);
    List<String> path = request.segments();
    if (path.size() < 4) {
      throw GoogleError.NOT_FOUND.refused();
    }
    String conversationId = path.get(2);
    Conversations.Conversation conversation =
        conversations
            .find(conversationId)
            .filter(c -> isOf(email, c.account()))
            .orElseThrow(GoogleError.PERMISSION_DENIED::refused);
    GbmSettings agent = account(conversation.account());
    refuseUnlessActive(agent);
    FaultSubject subject =
        new FaultSubject(
            NAME,
            path.get(3).equals("messages") && path.size() == 4 ? "send" : "events",
            conversation.account(),
            agent.agentId(),
            conversationId,
            Json.textAt(request.body(), "/text").orElse(""));
    return faults.meet(
        subject,
        () -> {
          if (!conversation.isOpen(environment.clock().instant())) {
            throw GoogleError.PERMISSION_DENIED.refused();
          }
          return dispatched(subject, agent, path, request);
        });
  }

  private Answer dispatched(
      FaultSubject subject, GbmSettings agent, List<String> path, Request request) {
    String id = path.get(2);
    return switch (request.method() + " " + path.get(3) + "/" + path.size()) {
      case "POST messages/4" -> resources.send(subject, agent, id, request);
      case "POST events/4" -> resources.event(agent, id, request);
      case "POST surveys/4" -> resources.survey(agent, id, request);
      case "PATCH messages/6" -> resources.readReceipt(id, path.get(4), request);
      default -> throw GoogleError.NOT_FOUND.refused();
    };
  }

  /** {@code GET /v1/brands/{B}/agents/{A}} proves brand and agent. */
  private Answer agent(Request request) {
    String email =
        tokens
            .identify(request, TokenIssuer.COMMUNICATIONS)
            .orElseThrow(GoogleError.UNAUTHENTICATED::refused);
    return faults.meet(
        FaultSubject.reading(NAME, "agents", ""),
        () -> {
          GbmSettings agent =
              accounts.values().stream()
                  .filter(a -> request.path().equals("/v1/" + a.agent()))
                  .findFirst()
                  .orElseThrow(GoogleError.NOT_FOUND::refused);
          if (!agent.serviceAccount().clientEmail().equals(email)) {
            throw GoogleError.PERMISSION_DENIED.refused("The caller does not have permission");
          }
          refuseUnlessActive(agent);
          Map<String, Object> body = new LinkedHashMap<>();
          body.put("name", agent.agent());
          body.put("displayName", "Simulated agent");
          body.put("businessMessagesAgent", Map.of());
          return Answer.json(200, body);
        });
  }

  private boolean isOf(String email, String accountId) {
    GbmSettings agent = accounts.get(accountId);
    return agent != null && agent.serviceAccount().clientEmail().equals(email);
  }

  private static void refuseUnlessActive(GbmSettings agent) {
    switch (agent.statusOrActive()) {
      case ACTIVE -> {}
      case SUSPENDED -> throw GoogleError.PERMISSION_DENIED.refused();
      case DISCONTINUED -> throw GoogleError.NOT_FOUND.refused();
    }
  }
}
