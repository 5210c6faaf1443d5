package io.parley.simulator.telesign;

import io.parley.simulator.http.Request;
import io.parley.simulator.provider.Bounded;
import io.parley.simulator.provider.Hmac;
import io.parley.simulator.provider.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Lets requests in that carry right credentials of a usable account (telesign.md §1). */
final class Access {

  private static final Duration LARGEST_SKEW = Duration.ofMinutes(15);
  private static final int NONCES = 20_000;

  private final Clock clock;
  private final Map<String, Account> accounts = new ConcurrentHashMap<>();
  private final Bounded<String, Boolean> nonces = new Bounded<>(NONCES);

  Access(Clock clock) {
    this.clock = clock;
  }

  void put(Account account) {
    accounts.put(account.id().toLowerCase(Locale.ROOT), account);
  }

  @Nullable Account find(String customerId) {
    return accounts.get(customerId.toLowerCase(Locale.ROOT));
  }

  void clear() {
    accounts.clear();
    nonces.clear();
  }

  /**
   * The account whose credentials the request carries.
   *
   * @throws Refusal if they are not right or the account cannot be used
   */
  Account admit(Request request) {
    Account account = identified(request);
    TelesignError error =
        switch (account.status()) {
          case ACTIVE -> null;
          case SUSPENDED -> TelesignError.SUSPENDED;
          case PRODUCT_DISABLED -> TelesignError.PRODUCT_DISABLED;
          case WRONG_HOST -> TelesignError.WRONG_HOST;
          case UNPAID -> TelesignError.INSUFFICIENT_FUNDS;
        };
    if (error != null) {
      throw refused(error);
    }
    return account;
  }

  private Account identified(Request request) {
    String authorization = request.header("authorization");
    if (authorization == null) {
      throw refused(TelesignError.AUTHORIZATION_MISSING);
    }
    int blank = authorization.indexOf(' ');
    String scheme = blank < 0 ? "" : authorization.substring(0, blank).toLowerCase(Locale.ROOT);
    String value = authorization.substring(blank + 1).strip();
    return switch (scheme) {
      case "basic" -> basic(value);
      case "tsa" -> digest(request, value);
      default -> throw refused(TelesignError.AUTHORIZATION_MALFORMED);
    };
  }

  private Account basic(String encoded) {
    String[] pair = halves(decoded(encoded));
    Account account = known(pair[0]);
    if (!keys(account).contains(pair[1])) {
      throw refused(TelesignError.API_KEY);
    }
    return account;
  }

  private Account digest(Request request, String value) {
    String[] pair = halves(value);
    Account account = known(pair[0]);
    String algorithm = algorithm(request);
    checkDate(request);
    String nonce = request.header("x-ts-nonce");
    if (nonce == null || nonce.length() != 36) {
      throw refused(TelesignError.NONCE_LENGTH);
    }
    String text = Signatures.textOf(request);
    if (keys(account).stream()
        .noneMatch(key -> Signatures.ofRequest(algorithm, key, text).equals(pair[1]))) {
      throw TelesignError.wrongSignature(clock.instant(), text);
    }
    if (!nonces.add(account.id() + nonce, true)) {
      throw refused(TelesignError.NONCE_USED);
    }
    return account;
  }

  private String algorithm(Request request) {
    String method = request.header("x-ts-auth-method");
    return switch (method == null ? "HMAC-SHA1" : method.toUpperCase(Locale.ROOT)) {
      case "HMAC-SHA1" -> "HmacSHA1";
      case "HMAC-SHA256" -> Hmac.SHA256;
      default -> throw refused(TelesignError.AUTH_METHOD);
    };
  }

  private void checkDate(Request request) {
    String own = request.header("x-ts-date");
    String date = own == null ? request.header("date") : own;
    if (date == null) {
      throw refused(TelesignError.DATE_MISSING);
    }
    Duration skew;
    try {
      Instant said = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
      skew = Duration.between(said, clock.instant()).abs();
    } catch (DateTimeException e) {
      throw refused(TelesignError.DATE_MALFORMED);
    }
    if (skew.compareTo(LARGEST_SKEW) > 0) {
      throw refused(TelesignError.DATE_TOO_FAR);
    }
  }

  private Account known(String customerId) {
    Account account = find(customerId);
    if (account == null) {
      throw refused(TelesignError.CUSTOMER_ID);
    }
    return account;
  }

  private String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw refused(TelesignError.AUTHORIZATION_MALFORMED);
    }
  }

  private String[] halves(String pair) {
    int colon = pair.indexOf(':');
    if (colon < 0) {
      throw refused(TelesignError.AUTHORIZATION_MALFORMED);
    }
    return new String[] {pair.substring(0, colon), pair.substring(colon + 1)};
  }

  private static List<String> keys(Account account) {
    List<String> keys = new ArrayList<>();
    keys.add(account.settings().apiKey());
    if (account.settings().secondaryApiKey() != null) {
      keys.add(account.settings().secondaryApiKey());
    }
    return keys;
  }

  private Refusal refused(TelesignError error) {
    return error.refused(clock.instant());
  }
}
