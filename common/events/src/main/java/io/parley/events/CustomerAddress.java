package io.parley.events;

import java.util.Objects;

/**
 * Who a customer is on a channel: an opaque identity with a kind. It is not always a phone number:
 * since 2026 WhatsApp users may hide theirs (domain/channels-and-accounts.md §4.4).
 *
 * @param kind what sort of identity {@code value} is
 * @param value the identity as Parley compares and stores it; phone numbers in E.164 with the plus
 *     sign, the others as received; 1 to 200 characters
 */
public record CustomerAddress(Kind kind, String value) {

  /** What sort of identity an address is. */
  public enum Kind {
    /** E.164 with the leading plus sign. */
    PHONE_NUMBER,
    /** Five or six digits, valid within one country only. */
    SHORT_CODE,
    /** A sender name; nobody can reply to it. */
    NAME,
    /**
     * An id that the platform gave the user for this business, such as {@code
     * NL.13491208655302741918}.
     */
    BUSINESS_SCOPED_ID
  }

  public CustomerAddress {
    Objects.requireNonNull(kind, "kind");
    if (value.isBlank() || value.length() > 200) {
      throw new IllegalArgumentException("customer address must have 1 to 200 characters");
    }
  }
}
