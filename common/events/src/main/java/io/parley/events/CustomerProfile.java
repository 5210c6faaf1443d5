package io.parley.events;

import org.jspecify.annotations.Nullable;

/**
 * What a provider says about a customer beside the address. Best effort: any part may be missing,
 * wrong or change.
 *
 * @param name the public name the customer chose
 * @param phoneNumber E.164, when it is known and is not the address itself
 * @param platformUserId the platform's id, such as WhatsApp's {@code WaId} or a business-scoped id
 * @param city from the provider's number lookup
 * @param state from the provider's number lookup
 * @param postalCode from the provider's number lookup
 * @param country ISO 3166-1 alpha-2, from the provider's number lookup
 */
public record CustomerProfile(
    @Nullable String name,
    @Nullable String phoneNumber,
    @Nullable String platformUserId,
    @Nullable String city,
    @Nullable String state,
    @Nullable String postalCode,
    @Nullable String country) {

  /** Nothing is known. */
  public static final CustomerProfile UNKNOWN =
      new CustomerProfile(null, null, null, null, null, null, null);
}
