package io.parley.outbound.customer;

import java.time.Instant;

/**
 * A customer does, or does not, want messages from one of our addresses.
 *
 * @param at since when; the latest news holds
 * @param source how it became known
 */
public record ConsentNews(CustomerKey customer, boolean optedOut, Instant at, Source source) {

  /** How consent or its end became known. */
  public enum Source {
    /** The customer wrote one of the agreed words. */
    KEYWORD,
    /** The provider said so beside a message of the customer. */
    PROVIDER_SIGNAL,
    /** The provider refused a message of ours for it. */
    PROVIDER_REFUSAL
  }
}
