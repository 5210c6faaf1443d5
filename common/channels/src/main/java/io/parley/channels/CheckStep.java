package io.parley.channels;

import java.util.function.Function;

/**
 * A step of checking an account: a question to the provider, or the end. A check asks a handful of
 * questions at most.
 */
public sealed interface CheckStep {

  /**
   * A call to make.
   *
   * @param next what follows from the answer
   */
  record Ask(ProviderRequest request, Function<ProviderResponse, CheckStep> next)
      implements CheckStep {}

  /** The result. */
  record Done(CheckResult result) implements CheckStep {}

  /** The end, with this result. */
  static CheckStep done(CheckResult.Verdict verdict, String explanation) {
    return new Done(new CheckResult(verdict, explanation));
  }
}
