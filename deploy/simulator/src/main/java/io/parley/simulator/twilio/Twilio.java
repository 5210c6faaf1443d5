package io.parley.simulator.twilio;

import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Parameters;
import io.parley.simulator.http.Request;
import io.parley.simulator.provider.AnswerFaults;
import io.parley.simulator.provider.Bounded;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.provider.Provider;
import java.util.List;
import java.util.Optional;

/** Twilio: REST API, status callbacks and inbound webhooks. */
public final class Twilio implements Provider {

  static final String NAME = "twilio";
  private static final String SENDERS = "/v2/Channels/Senders";
  private static final int MOST_PAIRS = 50_000;

  private final Accounts accounts = new Accounts();
  private final Templates templates = new Templates();
  private final Contacts contacts = new Contacts(MOST_PAIRS);
  private final Access access = new Access(accounts);
  private final Bounded<String, Message> messages;
  private final MessagesResource resource;
  private final MediaFiles media;
  private final AnswerFaults faults;
  private final Inbound inbound;

  public Twilio(Environment environment) {
    messages = new Bounded<>(environment.keepMessages());
    media = new MediaFiles(environment.keepMessages());
    SendCheck check = new SendCheck(accounts, templates, contacts);
    resource = new MessagesResource(environment, messages, check);
    faults = new AnswerFaults(environment.faults(), new TwilioErrorForm());
    inbound = new Inbound(environment, accounts, contacts, messages, media);
  }

  /**
   * Creates or replaces an account.
   *
   * @throws InvalidFieldException if the SID is not one
   */
  public void putAccount(String sid, AccountSettings settings) {
    if (!sid.matches("AC[0-9a-fA-F]{32}")) {
      throw new InvalidFieldException("sid", "must match AC and 32 hexadecimal digits");
    }
    accounts.put(new Account(sid, settings));
  }

  /**
   * Creates or replaces a content template.
   *
   * @throws InvalidFieldException if the SID is not one
   */
  public void putTemplate(String sid, TemplateSettings settings) {
    if (!sid.matches("HX[0-9a-fA-F]{32}")) {
      throw new InvalidFieldException("sid", "must match HX and 32 hexadecimal digits");
    }
    templates.put(sid, settings);
  }

  /**
   * Lets customers write: makes signed webhooks and waits until each is answered or given up.
   *
   * @throws InvalidFieldException if the account or number is unknown
   */
  public InboundResult receive(InboundOrder order) {
    return inbound.receive(order);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean serves(Request request) {
    return request.path().startsWith(Paths.ACCOUNTS)
        || request.path().startsWith(MediaFiles.STORAGE)
        || request.path().equals(SENDERS);
  }

  @Override
  public Answer answer(Request request) {
    try {
      if (request.path().startsWith(MediaFiles.STORAGE)) {
        return media.read(request);
      }
      return request.path().equals(SENDERS) ? senders(request) : routed(request);
    } catch (RefusedException e) {
      return e.answer();
    } catch (IllegalArgumentException malformedEscape) {
      return new RefusedException(20001, 400, "Malformed parameters").answer();
    }
  }

  @Override
  public Optional<Answer> control(Request request) {
    List<String> path = request.segments();
    String what = request.method() + " " + path.get(1) + "/" + path.size();
    return switch (what) {
      case "PUT accounts/3" -> {
        putAccount(path.get(2), Json.read(request.body(), AccountSettings.class));
        yield Optional.of(Answer.empty(204));
      }
      case "PUT templates/3" -> {
        putTemplate(path.get(2), Json.read(request.body(), TemplateSettings.class));
        yield Optional.of(Answer.empty(204));
      }
      case "POST inbound/2" ->
          Optional.of(Answer.json(200, receive(Json.read(request.body(), InboundOrder.class))));
      default -> Optional.empty();
    };
  }

  @Override
  public void reset() {
    accounts.clear();
    templates.clear();
    contacts.clear();
    messages.clear();
    media.clear();
  }

  private Answer routed(Request request) {
    List<String> path = request.segments();
    String accountSid = path.get(2).replaceFirst("\\.json$", "");
    Access.Grant grant = access.admit(request, accountSid);
    Account account = grant.account();
    int underWay = accounts.enter(account);
    try {
      if (underWay > account.settings().concurrencyLimit()) {
        throw TwilioError.TOO_MANY_REQUESTS.refused();
      }
      Answer answer = dispatched(request, path, grant);
      return answer instanceof Answer.Reply reply
          ? reply.with("Twilio-Concurrent-Requests", String.valueOf(underWay))
          : answer;
    } catch (RefusedException e) {
      return e.answer().with("Twilio-Concurrent-Requests", String.valueOf(underWay));
    } finally {
      accounts.leave(account);
    }
  }

  private Answer dispatched(Request request, List<String> path, Access.Grant grant) {
    Account account = grant.account();
    String what = path.size() == 3 ? "Account" : path.get(3);
    if (what.equals("Messages.json") && path.size() == 4 && request.method().equals("POST")) {
      FaultSubject subject = MessagesResource.subject(account, request.form());
      return faults.meet(subject, () -> resource.send(account, request));
    }
    if (account.isTest()) {
      throw TwilioError.TEST_CREDENTIALS.refused();
    }
    if (!request.method().equals("GET")) {
      throw TwilioError.METHOD_NOT_ALLOWED.refused();
    }
    Parameters query = request.query();
    return switch (what + "/" + path.size()) {
      case "Account/3" -> {
        refuseKeys(grant);
        yield read("account", account, () -> Answer.json(200, AccountResource.account(account)));
      }
      case "Messages.json/4" -> read("list", account, () -> list(account, query));
      case "IncomingPhoneNumbers.json/4" ->
          read("numbers", account, () -> Answer.json(200, AccountResource.numbers(account, query)));
      case "Messages/5" -> {
        String sid = path.get(4).replaceFirst("\\.json$", "");
        yield read("fetch", account, () -> resource.fetch(account, sid));
      }
      case "Messages/7" -> read("media", account, () -> media.locate(path.get(6)));
      default -> throw TwilioError.NOT_FOUND.refused();
    };
  }

  private Answer list(Account account, Parameters query) {
    return Answer.json(200, new MessageList(messages.values(), account.sid(), query).page());
  }

  private Answer senders(Request request) {
    if (!request.query().text("Channel").equals("whatsapp")) {
      throw new RefusedException(20001, 400, "Channel is required");
    }
    Account account = access.identify(request).account();
    return Answer.json(200, AccountResource.senders(account));
  }

  private Answer read(String operation, Account account, AnswerFaults.Work work) {
    return faults.meet(FaultSubject.reading(NAME, operation, account.sid()), work);
  }

  /** A standard key has no access to the account resource (twilio-sms.md §1.1). */
  private static void refuseKeys(Access.Grant grant) {
    if (grant.byKey()) {
      throw TwilioError.AUTHENTICATE.refused();
    }
  }
}
