package io.parley.simulator.infobip;

import io.parley.simulator.faults.FaultSubject;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Request;
import io.parley.simulator.journey.Delivered;
import io.parley.simulator.provider.AnswerFaults;
import io.parley.simulator.provider.Environment;
import io.parley.simulator.provider.Provider;
import io.parley.simulator.provider.RateWindow;
import io.parley.simulator.provider.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Infobip: sending, pulling, blocklist, delivery reports and inbound messages. */
public final class Infobip implements Provider {

  static final String NAME = "infobip";
  private static final int LOGS_PER_MINUTE = 120;
  private static final int BLOCKLISTS_PER_MINUTE = 60;

  private final Environment environment;
  private final Map<String, Account> accounts = new ConcurrentHashMap<>();
  private final Messages messages;
  private final Sending sending;
  private final Readings readings;
  private final Inbound inbound;
  private final RateWindow rates = new RateWindow();

  public Infobip(Environment environment) {
    this.environment = environment;
    messages = new Messages(environment);
    sending = new Sending(environment, messages);
    readings = new Readings(messages);
    inbound = new Inbound(environment, messages);
  }

  /**
   * Creates or replaces an account.
   *
   * @param id any word; requests name the account by its key
   * @throws InvalidFieldException if the id is not a word
   */
  public void putAccount(String id, AccountSettings settings) {
    if (!id.matches("[0-9A-Za-z_-]{1,64}")) {
      throw new InvalidFieldException("accountId", "must be a word");
    }
    accounts.put(id, new Account(id, settings));
  }

  /**
   * Lets customers write: makes webhooks and waits until each is answered or given up.
   *
   * @throws InvalidFieldException if the account or number is unknown
   */
  public Delivered receive(InboundOrder order) {
    Account account = accounts.get(order.accountId());
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
    return request.path().matches("/(sms/3|sms/1|account/1|platform/1)/.*");
  }

  @Override
  public Answer answer(Request request) {
    boolean current = isCurrent(request);
    try {
      Account account = admit(request, current);
      return switch (request.method() + " " + request.path()) {
        case "POST /sms/3/messages" -> {
          require(account, Scope.SEND, true);
          SendRequest send = SendRequest.of(request);
          yield new AnswerFaults(environment.faults(), new InfobipErrorForm(send, true))
              .meet(Sending.subject(account, send), () -> sending.send(account, send, request));
        }
        case "GET /sms/3/reports" -> {
          require(account, Scope.SEND, true);
          yield read("reports", account, request, () -> readings.reports(account, request.query()));
        }
        case "GET /sms/3/logs" -> {
          require(account, Scope.LOGS, true);
          limit("logs", LOGS_PER_MINUTE, account);
          yield read("logs", account, request, () -> readings.logs(account, request.query()));
        }
        case "GET /sms/1/inbox/reports" -> {
          require(account, Scope.INBOX, false);
          yield read("inbox", account, request, () -> readings.inbox(account, request.query()));
        }
        case "POST /sms/1/preview" -> {
          require(account, Scope.PREVIEW, false);
          yield readings.preview(request);
        }
        case "GET /account/1/balance" -> {
          require(account, Scope.BALANCE, false);
          yield read("account", account, request, () -> readings.balance(account));
        }
        default -> blocklist(account, request, current);
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
    accounts.clear();
    messages.clear();
    sending.clear();
    rates.clear();
  }

  private Answer blocklist(Account account, Request request, boolean current) {
    if (!request.path().equals("/platform/1/blocklists")) {
      throw InfobipError.NOT_FOUND.refused(current);
    }
    require(account, Scope.BLOCKLIST, true);
    limit("blocklists", BLOCKLISTS_PER_MINUTE, account);
    return switch (request.method()) {
      case "GET" ->
          read("optOuts", account, request, () -> readings.blocklist(account, request.query()));
      case "POST" -> read("optOuts", account, request, () -> readings.block(account, request));
      case "DELETE" -> read("optOuts", account, request, () -> readings.unblock(account, request));
      default -> throw InfobipError.NOT_FOUND.refused(true);
    };
  }

  private Account admit(Request request, boolean current) {
    String authorization = request.header("authorization");
    Account account =
        accounts.values().stream()
            .filter(a -> ("App " + a.settings().apiKey()).equals(authorization))
            .findFirst()
            .orElseThrow(() -> InfobipError.UNAUTHORIZED.refused(current));
    AccountStatus status = account.settings().status();
    if (status == AccountStatus.EXPIRED) {
      throw InfobipError.UNAUTHORIZED.refused(current);
    }
    if (status == AccountStatus.ADDRESS_NOT_ALLOWED) {
      throw InfobipError.FORBIDDEN.refused(current);
    }
    return account;
  }

  private static void require(Account account, Set<Scope> anyOf, boolean current) {
    if (!account.may(anyOf)) {
      throw InfobipError.FORBIDDEN.refused(current);
    }
  }

  private void limit(String what, int perMinute, Account account) {
    if (rates.exceeded(what + " " + account.id(), perMinute, environment.clock().instant())) {
      throw InfobipError.TOO_MANY_REQUESTS.refused(true);
    }
  }

  private Answer read(String operation, Account account, Request request, AnswerFaults.Work work) {
    return new AnswerFaults(environment.faults(), new InfobipErrorForm(null, isCurrent(request)))
        .meet(FaultSubject.reading(NAME, operation, account.id()), work);
  }

  /** Whether errors of this path have the current envelope. */
  private static boolean isCurrent(Request request) {
    return request.path().matches("/(sms/3|platform/1)/.*");
  }
}
