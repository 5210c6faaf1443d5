package io.parley.simulator.azure;

import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Problem;
import io.parley.simulator.http.Request;
import io.parley.simulator.journey.Delivered;
import io.parley.simulator.provider.AnswerFaults;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.provider.Provider;
import io.parley.simulator.provider.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Azure Communication Services: SMS, opt-outs, phone numbers, events over Event Grid. */
public final class Azure implements Provider {

  static final String NAME = "azure";
  private static final String WORD = "[0-9A-Za-z-]{1,64}";

  private final Environment environment;
  private final Access access;
  private final Subscriptions subscriptions = new Subscriptions();
  private final OptOuts optOuts = new OptOuts();
  private final Tokens tokens;
  private final Handshakes handshakes;
  private final Reports reports;
  private final Sending sending;
  private final OptOutsResource optOutsResource;
  private final Inbound inbound;

  /**
   * A provider without resources.
   *
   * @param baseUrl where this simulator can be reached, for addresses in handshakes
   */
  public Azure(Environment environment, Supplier<String> baseUrl) {
    this.environment = environment;
    access = new Access(environment.clock());
    tokens = new Tokens(environment.clock());
    EventGrid eventGrid = new EventGrid(environment, subscriptions, tokens);
    handshakes = new Handshakes(environment, subscriptions, tokens, baseUrl);
    reports = new Reports(environment, eventGrid, optOuts);
    sending = new Sending(environment, reports);
    optOutsResource = new OptOutsResource(optOuts);
    inbound = new Inbound(environment, eventGrid, optOuts);
  }

  /**
   * Creates or replaces a resource; its event subscriptions stay.
   *
   * @throws InvalidFieldException if the name is not one
   */
  public void putAccount(String name, AccountSettings settings) {
    access.put(new Account(word(name, "accountId"), settings));
  }

  /**
   * Creates or updates an event subscription and waits for the handshake.
   *
   * @throws InvalidFieldException if the resource is unknown
   */
  public HandshakeResult putSubscription(
      String accountId, String name, SubscriptionSettings settings) {
    return handshakes.create(account(accountId), word(name, "subscription"), settings);
  }

  /** Deletes an event subscription and tells its endpoint so. */
  public void deleteSubscription(String accountId, String name) {
    Account account = account(accountId);
    subscriptions
        .remove(accountId, name)
        .ifPresent(subscription -> handshakes.delete(account, subscription));
  }

  /** Whether the endpoint of a subscription has proved that it wants events. */
  public boolean isValidated(String accountId, String name) {
    return subscriptions.find(accountId, name).filter(Subscription::validated).isPresent();
  }

  /**
   * Lets customers write: delivers events and waits until each is answered or given up.
   *
   * @throws InvalidFieldException if the resource or sender is unknown
   */
  public Delivered receive(InboundOrder order) {
    return inbound.receive(account(order.accountId()), order);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean serves(Request request) {
    return request
        .path()
        .matches(
            "/sms|/sms/optouts:.*|/phoneNumbers|/deliveryReports/[^/]+|"
                + Handshakes.PATH
                + "|/[^/]+/discovery/v2\\.0/keys");
  }

  @Override
  public Answer answer(Request request) {
    if (request.path().equals(Handshakes.PATH)) {
      return handshakes.followed(request);
    }
    if (request.path().endsWith("/discovery/v2.0/keys")) {
      return tokens.published();
    }
    try {
      return routed(access.admit(request), request);
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
    String what = path.get(2) + (path.size() > 4 ? "/" + path.get(4) : "") + "/" + path.size();
    return switch (request.method() + " " + what) {
      case "PUT accounts/4" -> {
        putAccount(path.get(3), Json.read(request.body(), AccountSettings.class));
        yield Optional.of(Answer.empty(204));
      }
      case "PUT accounts/subscriptions/6" ->
          Optional.of(
              Answer.json(
                  200,
                  putSubscription(
                      path.get(3),
                      path.get(5),
                      Json.read(request.body(), SubscriptionSettings.class))));
      case "GET accounts/subscriptions/6" -> Optional.of(shown(path.get(3), path.get(5)));
      case "DELETE accounts/subscriptions/6" -> {
        deleteSubscription(path.get(3), path.get(5));
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
    subscriptions.clear();
    optOuts.clear();
    sending.clear();
    reports.clear();
  }

  private Answer routed(Account account, Request request) {
    String path = request.path();
    if (path.startsWith("/sms/optouts:")) {
      ApiVersions.of(request, ApiVersions.OPT_OUTS);
      String verb = path.substring("/sms/optouts:".length());
      if (!request.method().equals("POST") || !verb.matches("add|remove|check")) {
        return Answers.empty(404);
      }
      return read("optOuts", account, () -> optOutsResource.answer(account, verb, request));
    }
    return switch (request.method() + " " + path.replaceFirst("^(/[^/]+)/.*$", "$1")) {
      case "POST /sms" -> {
        String version = ApiVersions.of(request, ApiVersions.SMS);
        Draft draft = Draft.of(request, version);
        yield new AnswerFaults(environment.faults(), new AzureErrorForm(draft))
            .meet(Sending.subject(account, draft), () -> sending.send(account, draft, request));
      }
      case "GET /phoneNumbers" -> {
        ApiVersions.of(request, ApiVersions.PHONE_NUMBERS);
        yield read("numbers", account, () -> PhoneNumbers.page(account, request));
      }
      case "GET /deliveryReports" -> {
        ApiVersions.of(request, ApiVersions.DELIVERY_REPORTS);
        String id = request.segments().get(1);
        yield read("fetch", account, () -> reports.fetch(account, id));
      }
      default -> Answers.empty(405);
    };
  }

  private Answer read(String operation, Account account, AnswerFaults.Work work) {
    return new AnswerFaults(environment.faults(), new AzureErrorForm(null))
        .meet(FaultSubject.reading(NAME, operation, account.id()), work);
  }

  private Answer shown(String accountId, String name) {
    return subscriptions
        .find(accountId, name)
        .map(
            subscription ->
                Answer.json(
                    200, Map.of("subscription", name, "validated", subscription.validated())))
        .orElseGet(() -> Problem.notFound("subscription " + name).answer());
  }

  private Account account(String id) {
    return access
        .find(id)
        .orElseThrow(() -> new InvalidFieldException("accountId", "is not a known resource"));
  }

  private static String word(String text, String field) {
    if (!text.matches(WORD)) {
      throw new InvalidFieldException(field, "must be a word");
    }
    return text;
  }
}
