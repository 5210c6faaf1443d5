package io.parley.simulator.google;

/** What an agent may do. */
public enum AgentStatus {
  ACTIVE,
  /** Every call is refused with 403 PERMISSION_DENIED. */
  SUSPENDED,
  /** Every call is refused with 404 NOT_FOUND, as since the service has ended. */
  DISCONTINUED
}
