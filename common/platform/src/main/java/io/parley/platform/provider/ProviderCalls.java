package io.parley.platform.provider;

import io.parley.channels.CallContext;
import io.parley.channels.ChannelProvider;
import io.parley.channels.Endpoints;
import io.parley.channels.OpenAccount;
import io.parley.channels.ProviderRequest;
import io.parley.channels.TokenIssuer;
import io.parley.channels.TokenResult;
import io.parley.events.DeliveryReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes calls in the name of an account: finds the provider's hosts, gets an access token where the
 * provider needs one, and gets another, once, when the provider does not take it any more. Waits,
 * so it is used on virtual threads.
 */
@ApplicationScoped
public class ProviderCalls {

  private static final int UNAUTHORIZED = 401;

  private final ProviderClient client;
  private final AccessTokens tokens;
  private final ProviderAddresses addresses;
  private final Clock clock;

  ProviderCalls(
      ProviderClient client, AccessTokens tokens, ProviderAddresses addresses, Clock clock) {
    this.client = client;
    this.tokens = tokens;
    this.addresses = addresses;
    this.clock = clock;
  }

  /** The account at its provider, now, without an access token. */
  public CallContext context(ChannelProvider provider, OpenAccount account) {
    return new CallContext(account, endpoints(provider), clock.instant(), null);
  }

  /** Where a provider's hosts are. */
  public Endpoints endpoints(ChannelProvider provider) {
    return Optional.ofNullable(addresses.byName().get(provider.name()))
        .flatMap(ProviderAddresses.Address::baseUrl)
        .map(Endpoints::new)
        .orElse(Endpoints.REAL);
  }

  /** Carries a call that is already made. */
  public Exchange exchange(ProviderRequest request) {
    return client.exchange(request);
  }

  /**
   * Makes a call and carries it.
   *
   * @param call makes the call, for a second time when the first was answered 401 and there is
   *     another token; what it throws is thrown
   */
  public Exchange exchange(
      ChannelProvider provider, OpenAccount account, Function<CallContext, ProviderRequest> call) {
    boolean renewed = false;
    while (true) {
      switch (access(provider, account)) {
        case Access.Denied(DeliveryReason reason, boolean forGood) -> {
          return new Exchange.NoAccess(reason, forGood);
        }
        case Access.Granted(CallContext context) -> {
          Exchange exchange = client.exchange(call.apply(context));
          if (renewed || context.accessToken() == null || !isUnauthorized(exchange)) {
            return exchange;
          }
          renewed = true;
          forgetToken(context);
        }
      }
    }
  }

  /** What calls of this account are made with now; gets an access token if one is needed. */
  public Access access(ChannelProvider provider, OpenAccount account) {
    CallContext bare = context(provider, account);
    TokenIssuer issuer = provider.tokens(account.settings()).orElse(null);
    if (issuer == null) {
      return new Access.Granted(bare);
    }
    return switch (tokens.get(issuer, bare)) {
      case TokenResult.Refused no -> new Access.Denied(no.reason(), true);
      case TokenResult.Unavailable no -> new Access.Denied(no.reason(), false);
      case TokenResult.Issued issued ->
          new Access.Granted(
              new CallContext(account, bare.endpoints(), bare.now(), issued.token()));
    };
  }

  /** The provider does not take this access token any more: the next call gets another one. */
  public void forgetToken(CallContext context) {
    tokens.drop(context.account(), context.accessToken());
  }

  private static boolean isUnauthorized(Exchange exchange) {
    return exchange instanceof Exchange.Answered answered
        && answered.response().status() == UNAUTHORIZED;
  }
}
