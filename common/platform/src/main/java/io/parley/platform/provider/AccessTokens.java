package io.parley.platform.provider;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.parley.channels.CallContext;
import io.parley.channels.OpenAccount;
import io.parley.channels.ProviderRequest;
import io.parley.channels.TokenIssuer;
import io.parley.channels.TokenResult;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens in force, one for each account and its present credentials. However many calls wait
 * for a token, it is asked for once, and all of them get the answer, also when it is none: so
 * nobody waits longer than one call takes. It is renewed a minute before its end. Waits, so it is
 * used on virtual threads.
 */
@ApplicationScoped
class AccessTokens {

  private static final Duration MARGIN = Duration.ofMinutes(1);
  private static final int MOST = 10_000;

  private final Function<ProviderRequest, Exchange> carrier;
  private final Cache<Credentials, TokenResult.Issued> tokens;
  private final Map<Credentials, CompletableFuture<TokenResult>> underWay =
      new ConcurrentHashMap<>();

  @Inject
  AccessTokens(ProviderClient client) {
    this(client::exchange);
  }

  AccessTokens(Function<ProviderRequest, Exchange> carrier) {
    this.carrier = carrier;
    this.tokens =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(
                Expiry.<Credentials, TokenResult.Issued>creating(
                    (credentials, issued) -> usable(issued.validFor())))
            .build();
  }

  /** Other credentials are another token: a changed key never goes on with the old one's. */
  private record Credentials(
      UUID accountId, Map<String, String> settings, Map<String, String> secrets) {

    static Credentials of(OpenAccount account) {
      return new Credentials(account.id(), account.settings(), account.secrets());
    }

    @Override
    public String toString() {
      return "Credentials[" + accountId + "]";
    }
  }

  /** A token, or why there is none. */
  TokenResult get(TokenIssuer issuer, CallContext context) {
    Credentials key = Credentials.of(context.account());
    TokenResult.Issued known = tokens.getIfPresent(key);
    if (known != null) {
      return known;
    }
    CompletableFuture<TokenResult> own = new CompletableFuture<>();
    CompletableFuture<TokenResult> others = underWay.putIfAbsent(key, own);
    if (others != null) {
      return others.join();
    }
    TokenResult result;
    try {
      // Somebody's question may have ended between the two looks.
      TokenResult.Issued meanwhile = tokens.getIfPresent(key);
      result = meanwhile == null ? asked(key, issuer, context) : meanwhile;
    } catch (RuntimeException | Error e) {
      underWay.remove(key, own);
      own.completeExceptionally(e);
      throw e;
    }
    // First, so that nobody gets this token here after it was dropped.
    underWay.remove(key, own);
    own.complete(result);
    return result;
  }

  /** Forgets a token that the provider does not take any more. */
  void drop(OpenAccount account, @Nullable String token) {
    tokens
        .asMap()
        .computeIfPresent(
            Credentials.of(account),
            (credentials, issued) -> issued.token().equals(token) ? null : issued);
  }

  private TokenResult asked(Credentials key, TokenIssuer issuer, CallContext context) {
    TokenResult result = ask(issuer, context);
    if (result instanceof TokenResult.Issued issued) {
      tokens.put(key, issued);
    }
    return result;
  }

  private TokenResult ask(TokenIssuer issuer, CallContext context) {
    return switch (carrier.apply(issuer.request(context))) {
      case Exchange.Answered answered -> issuer.read(answered.response());
      case Exchange.NotSent notSent -> unavailable(notSent.why());
      case Exchange.Lost lost -> unavailable(lost.why());
      case Exchange.NoAccess noAccess -> unavailable(noAccess.reason().text());
    };
  }

  private static TokenResult unavailable(String why) {
    return new TokenResult.Unavailable(
        new DeliveryReason(
            FailureCause.PROVIDER_FAILURE, "The provider gave no access token. " + why, null));
  }

  /** A short token is used for half its life rather than not at all. */
  private static Duration usable(Duration validFor) {
    Duration withMargin = validFor.minus(MARGIN);
    Duration half = validFor.dividedBy(2);
    return withMargin.compareTo(half) > 0 ? withMargin : half;
  }
}
