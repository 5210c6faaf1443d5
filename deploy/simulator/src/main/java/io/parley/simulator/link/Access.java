package io.parley.simulator.link;

import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Parameters;
import io.parley.simulator.http.Request;
import io.parley.simulator.provider.Bounded;
import io.parley.simulator.provider.Credentials;
import io.parley.simulator.provider.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Basic authentication, and the token endpoint of newer hosts (link-mobility.md §1). */
final class Access {

  private static final Duration USUAL_LIFE = Duration.ofMinutes(5);
  private static final int MOST_TOKENS = 10_000;

  /** Whose credentials were shown. */
  record Account(String id, LinkSettings settings) {}

  private record Token(String accountId, Instant expires) {}

  private final Map<String, LinkSettings> accounts = new ConcurrentHashMap<>();
  private final Bounded<String, Token> tokens = new Bounded<>(MOST_TOKENS);
  private final Clock clock;

  Access(Clock clock) {
    this.clock = clock;
  }

  void put(String id, LinkSettings settings) {
    accounts.put(id, settings);
  }

  Optional<LinkSettings> find(String id) {
    return Optional.ofNullable(accounts.get(id));
  }

  void clear() {
    accounts.clear();
    tokens.clear();
  }

  /**
   * Admits to the SMS service.
   *
   * @throws Refusal 401 with 106100, 403 with 106101
   */
  Account toSms(Request request) {
    Account account = identify(request).orElseThrow(LinkError.BAD_LOGIN::refused);
    if (account.settings().isSuspended()) {
      throw LinkError.DENIED.refused();
    }
    return account;
  }

  /**
   * Admits to the gate API.
   *
   * @throws Refusal 401 with 103100, 403 with 103101
   */
  Account toGates(Request request) {
    Account account = identify(request).orElseThrow(LinkError.GATE_BAD_LOGIN::refused);
    if (account.settings().isSuspended() || account.settings().gateApiDenied()) {
      throw LinkError.GATE_DENIED.refused();
    }
    return account;
  }

  Answer token(Request request) {
    Parameters form = request.form();
    if (!form.text("grant_type").equals("client_credentials")) {
      return Answer.error(400, "unsupported_grant_type", Map.of("error", "unsupported_grant_type"));
    }
    return accounts.entrySet().stream()
        .filter(entry -> form.text("client_id").equals(entry.getValue().clientId()))
        .filter(entry -> form.text("client_secret").equals(entry.getValue().clientSecret()))
        .findFirst()
        .map(entry -> issued(entry.getKey(), entry.getValue()))
        .orElseGet(() -> Answer.error(401, "invalid_client", Map.of("error", "invalid_client")));
  }

  private Answer.Reply issued(String id, LinkSettings settings) {
    String token = UUID.randomUUID().toString();
    Duration life =
        settings.tokenSeconds() == 0 ? USUAL_LIFE : Duration.ofSeconds(settings.tokenSeconds());
    tokens.put(token, new Token(id, clock.instant().plus(life)));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("access_token", token);
    body.put("token_type", "Bearer");
    if (settings.tokenSeconds() > 0) {
      body.put("expires_in", settings.tokenSeconds());
    }
    return Answer.json(200, body);
  }

  private Optional<Account> identify(Request request) {
    Optional<Account> byLogin =
        Credentials.basic(request)
            .flatMap(
                login ->
                    accounts.entrySet().stream()
                        .filter(entry -> entry.getValue().username().equals(login.user()))
                        .filter(entry -> entry.getValue().password().equals(login.password()))
                        .map(entry -> new Account(entry.getKey(), entry.getValue()))
                        .findFirst());
    return byLogin.or(
        () ->
            Credentials.bearer(request)
                .flatMap(tokens::get)
                .filter(token -> token.expires().isAfter(clock.instant()))
                .flatMap(
                    token -> find(token.accountId()).map(s -> new Account(token.accountId(), s))));
  }
}
