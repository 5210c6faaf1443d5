package io.parley.simulator.azure;

import io.parley.simulator.http.Request;
import io.parley.simulator.provider.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets requests in that are signed with a key of a resource. */
final class Access {

  private static final Duration LARGEST_SKEW = Duration.ofMinutes(15);
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "HMAC-SHA256 SignedHeaders=(x-ms-date|date);host;x-ms-content-sha256&Signature=(\\S+)");
  private static final DateTimeFormatter TWO_DIGIT_DAY =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);

  private final Clock clock;
  private final Map<String, Account> accounts = new ConcurrentHashMap<>();

  Access(Clock clock) {
    this.clock = clock;
  }

  void put(Account account) {
    accounts.put(account.id(), account);
  }

  Optional<Account> find(String id) {
    return Optional.ofNullable(accounts.get(id));
  }

  Collection<Account> all() {
    return accounts.values();
  }

  void clear() {
    accounts.clear();
  }

  /** Whether this is a date as Azure reads it: RFC 1123 with two digits for the day. */
  static Optional<Instant> date(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, TWO_DIGIT_DAY).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * The resource whose key has signed the request. On a shared port the host cannot tell it, so all
   * keys are tried.
   *
   * @throws Refusal 401 without a body
   */
  Account admit(Request request) {
    Matcher authorization = AUTHORIZATION.matcher(header(request, "authorization"));
    if (!authorization.matches()) {
      throw Answers.unauthorized();
    }
    String date = header(request, authorization.group(1));
    String hash = RequestSignature.contentHash(request.body());
    boolean fresh =
        date(date)
            .filter(at -> Duration.between(at, clock.instant()).abs().compareTo(LARGEST_SKEW) <= 0)
            .isPresent();
    if (!fresh || !hash.equals(header(request, "x-ms-content-sha256"))) {
      throw Answers.unauthorized();
    }
    String query = request.rawQuery() == null ? "" : "?" + request.rawQuery();
    String path = request.rawPath() + query;
    String host = header(request, "host");
    Account account =
        accounts.values().stream()
            .filter(
                candidate ->
                    candidate.keys().stream()
                        .map(
                            key ->
                                RequestSignature.of(key, request.method(), path, date, host, hash))
                        .anyMatch(authorization.group(2)::equals))
            .findFirst()
            .orElseThrow(Answers::unauthorized);
    if (account.settings().suspended()) {
      throw Answers.suspended();
    }
    return account;
  }

  private static String header(Request request, String name) {
    String value = request.header(name);
    return value == null ? "" : value;
  }
}
