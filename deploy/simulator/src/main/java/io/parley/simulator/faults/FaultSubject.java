package io.parley.simulator.faults;

import org.jspecify.annotations.Nullable;

/**
 * What a fault rule can look at.
 *
 * @param operation {@code send}, {@code list}, {@code fetch}, {@code account}, {@code numbers},
 *     {@code token}, {@code reports}, {@code logs}, {@code inbox}, {@code optOuts}, {@code events},
 *     {@code capabilities}, {@code agents} or {@code files}
 * @param account the provider's id of the account
 */
public record FaultSubject(
    String provider, String operation, String account, String from, String to, String body) {

  /** A request that carries no message. */
  public static FaultSubject reading(String provider, String operation, String account) {
    return new FaultSubject(provider, operation, account, "", "", "");
  }

  static boolean same(@Nullable String wanted, String actual) {
    return wanted == null || wanted.equals(actual);
  }
}
