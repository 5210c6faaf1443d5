package io.parley.simulator.mylink;

import io.parley.simulator.http.Answer;
import io.parley.simulator.http.Parameters;
import io.parley.simulator.http.Request;
import io.parley.simulator.provider.Bounded;
import io.parley.simulator.provider.Credentials;
import io.parley.simulator.provider.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Clients and their tokens (link-mobility.md §9). */
final class Access {

  private static final int MOST_TOKENS = 10_000;

  /** Whose token was shown. */
  record Account(String id, MyLinkSettings settings) {}

  private record Token(String accountId, Instant expires) {}

  private final Map<String, MyLinkSettings> accounts = new ConcurrentHashMap<>();
  private final Bounded<String, Token> tokens = new Bounded<>(MOST_TOKENS);
  private final Clock clock;

  Access(Clock clock) {
    this.clock = clock;
  }

  void put(String id, MyLinkSettings settings) {
    accounts.put(id, settings);
  }

  Optional<MyLinkSettings> find(String id) {
    return Optional.ofNullable(accounts.get(id));
  }

  void clear() {
    accounts.clear();
    tokens.clear();
  }

  Answer token(Request request) {
    Parameters form = request.form();
    if (!form.text("grant_type").equals("client_credentials")) {
      return refused(400, "unsupported_grant_type", "Unsupported grant_type");
    }
    return accounts.entrySet().stream()
        .filter(entry -> form.text("client_id").equals(entry.getValue().clientId()))
        .filter(entry -> form.text("client_secret").equals(entry.getValue().clientSecret()))
        .findFirst()
        .map(entry -> issued(entry.getKey(), entry.getValue()))
        .orElseGet(
            () ->
                refused(
                    401, "unauthorized_client", "Invalid client or Invalid client credentials"));
  }

  /**
   * Tells whose token this is.
   *
   * @throws Refusal 401, or 403 without a body for a suspended account
   */
  Account admit(Request request) {
    Account account =
        Credentials.bearer(request)
            .flatMap(tokens::get)
            .filter(token -> token.expires().isAfter(clock.instant()))
            .flatMap(token -> find(token.accountId()).map(s -> new Account(token.accountId(), s)))
            .orElseThrow(
                () -> new Refusal(Answer.error(401, "401", Map.of("message", "Unauthorized"))));
    if (account.settings().isSuspended()) {
      throw new Refusal(Answer.empty(403));
    }
    return account;
  }

  private Answer.Reply issued(String id, MyLinkSettings settings) {
    String token = "ey." + UUID.randomUUID();
    tokens.put(token, new Token(id, clock.instant().plusSeconds(settings.tokenSeconds())));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("access_token", token);
    if (!settings.expiryUntold()) {
      body.put("expires_in", settings.tokenSeconds());
    }
    body.put("token_type", "Bearer");
    return Answer.json(200, body);
  }

  private static Answer.Reply refused(int status, String error, String description) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", error);
    body.put("error_description", description);
    return Answer.error(status, error, body);
  }
}
