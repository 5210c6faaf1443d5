package io.parley.channels;

/** How an account is checked with calls that send nothing and cost nothing. Pure. */
public interface AccountCheck {

  /**
   * The first step.
   *
   * @param context without an access token: an account that needs one gets it as a step of the
   *     check
   */
  CheckStep begin(CallContext context);
}
