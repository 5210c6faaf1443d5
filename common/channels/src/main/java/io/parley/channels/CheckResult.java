package io.parley.channels;

/**
 * What checking an account came to.
 *
 * @param verdict the kind of result
 * @param explanation for the administrator: what was found, and what to do about it; no secret
 */
public record CheckResult(Verdict verdict, String explanation) {

  /** The kinds of result. */
  public enum Verdict {
    /** The provider accepts the account, and its addresses as far as it can be asked. */
    VALID,
    /** The key, password or token is wrong. */
    CREDENTIALS_REFUSED,
    /** The credentials are right; the account is suspended, closed or not enabled for this. */
    ACCOUNT_SUSPENDED,
    /** The credentials belong to another host or region, or the host is not the provider's. */
    WRONG_HOST,
    /** An address of this account is not the provider account's. */
    SENDER_UNKNOWN,
    /** The provider could not be reached. */
    UNREACHABLE,
    /** The provider answered, but not in a way that proves anything. */
    NOT_VERIFIABLE
  }
}
