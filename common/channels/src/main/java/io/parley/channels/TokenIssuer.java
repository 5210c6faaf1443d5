package io.parley.channels;

/**
 * How an access token is got. Pure; whoever makes calls keeps tokens per account, gets each one
 * once for all who wait, renews it a minute before its end, and drops it when the provider answers
 * 401.
 */
public interface TokenIssuer {

  /**
   * The call that asks for a token.
   *
   * @param context without a token
   */
  ProviderRequest request(CallContext context);

  /** What the answer gives. */
  TokenResult read(ProviderResponse response);
}
