package io.parley.simulator.faults;

import com.fasterxml.jackson.annotation.JsonAlias;
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
    @JsonAlias("accountSid") @Nullable String accountId,
    @Nullable String from,
    @Nullable String to,
    @Nullable String bodyContains,
    int everyNth) {

  private static final String SEND = "send";
  private static final String OPERATIONS =
      "send|list|fetch|account|numbers|media|token|reports|logs|inbox|optOuts|events|capabilities|agents|files";

  /** Every send request. */
  public static final FaultMatch ANY = new FaultMatch(null, null, null, null, null, null, 0);

  public FaultMatch {
    Fields.between(everyNth, 0, Integer.MAX_VALUE, "everyNth");
    operation = Fields.orElse(operation, SEND);
    Fields.matching(operation, OPERATIONS, "operation");
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

  public static FaultMatch provider(String provider) {
    return new FaultMatch(provider, null, null, null, null, null, 0);
  }

  /** The same for another operation than sending. */
  public FaultMatch on(String anOperation) {
    return new FaultMatch(provider, anOperation, accountId, from, to, bodyContains, everyNth);
  }

  public FaultMatch everyNth(int n) {
    return new FaultMatch(provider, operation, accountId, from, to, bodyContains, n);
  }

  boolean fits(FaultSubject subject) {
    return FaultSubject.same(provider, subject.provider())
        && FaultSubject.same(operation, subject.operation())
        && FaultSubject.same(accountId, subject.account())
        && FaultSubject.same(from, subject.from())
        && FaultSubject.same(to, subject.to())
        && (bodyContains == null || subject.body().contains(bodyContains));
  }
}
