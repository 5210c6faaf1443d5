package io.parley.simulator.faults;

import io.parley.simulator.http.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a rule hits; all given conditions must hold.
 *
 * @param operation as in {@link FaultSubject}; {@code send} when absent
 * @param everyNth only every n-th request that fits the rest, beginning with the n-th; 0 and 1 mean
 *     each
 */
public record FaultMatch(
    @Nullable String provider,
    @Nullable String operation,
    @Nullable String accountSid,
    @Nullable String from,
    @Nullable String to,
    @Nullable String bodyContains,
    int everyNth) {

  private static final String SEND = "send";

  /** Every send request. */
  public static final FaultMatch ANY = new FaultMatch(null, null, null, null, null, null, 0);

  public FaultMatch {
    Fields.between(everyNth, 0, Integer.MAX_VALUE, "everyNth");
    operation = Fields.orElse(operation, SEND);
    Fields.matching(operation, "send|list|fetch|account|numbers", "operation");
  }

  public static FaultMatch to(String to) {
    return new FaultMatch(null, null, null, null, to, null, 0);
  }

  public static FaultMatch body(String part) {
    return new FaultMatch(null, null, null, null, null, part, 0);
  }

  public static FaultMatch operation(String operation) {
    return new FaultMatch(null, operation, null, null, null, null, 0);
  }

  public FaultMatch everyNth(int n) {
    return new FaultMatch(provider, operation, accountSid, from, to, bodyContains, n);
  }

  boolean fits(FaultSubject subject) {
    return FaultSubject.same(provider, subject.provider())
        && FaultSubject.same(operation, subject.operation())
        && FaultSubject.same(accountSid, subject.account())
        && FaultSubject.same(from, subject.from())
        && FaultSubject.same(to, subject.to())
        && (bodyContains == null || subject.body().contains(bodyContains));
  }
}
