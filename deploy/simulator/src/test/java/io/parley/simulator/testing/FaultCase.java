package io.parley.simulator.testing;

import io.parley.simulator.faults.Fault;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fault of the answer and what the caller sees of it.
 *
 * @param status the HTTP status; 0 for a broken connection
 * @param retryAfter the value of the header; empty if there is none
 * @param contentType what the answer's content type contains
 * @param taken messages taken in the end
 */
public record FaultCase(
    Fault.OnAnswer fault, int status, String retryAfter, String contentType, int taken) {

  /** Every kind that is the same for all providers; refusals are theirs. */
  public static List<FaultCase> all() {
    return Stream.concat(
            Stream.of(
                new FaultCase(new Fault.TooManyRequests(7), 429, "7", "", 0),
                new FaultCase(new Fault.TooManyRequests(null), 429, "", "", 0),
                new FaultCase(new Fault.Slow(50, Fault.When.BEFORE), 0, "", "", 1),
                new FaultCase(new Fault.Slow(50, Fault.When.AFTER), 0, "", "", 1),
                new FaultCase(new Fault.DropAnswer(), 0, "", "", 1)),
            Stream.of(Fault.When.values()).flatMap(FaultCase::serverErrors))
        .toList();
  }

  private static Stream<FaultCase> serverErrors(Fault.When when) {
    int taken = when == Fault.When.AFTER ? 1 : 0;
    return Stream.of(
        new FaultCase(new Fault.ServerError(500, when, Fault.ErrorBody.EMPTY), 500, "", "", taken),
        new FaultCase(
            new Fault.ServerError(502, when, Fault.ErrorBody.HTML), 502, "", "html", taken),
        new FaultCase(
            new Fault.ServerError(503, when, Fault.ErrorBody.JSON), 503, "", "json", taken));
  }

  /** Whether the answer is the usual one. */
  public boolean isGoodInTheEnd() {
    return fault instanceof Fault.Slow;
  }
}
