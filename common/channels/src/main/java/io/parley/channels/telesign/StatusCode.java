package io.parley.channels.telesign;

import io.parley.events.ReceiptStatus;
import java.util.Optional;

/**
 * TeleSign's status of a message (providers/telesign.md §6.1).
 *
 * @param number as TeleSign writes it
 */
record StatusCode(int number) {

  /** A message from a customer, which is no status of ours. */
  static final int INBOUND = 1500;

  /** What it says, in neutral words; nothing for a code that is not documented. */
  Optional<ReceiptStatus> meaning() {
    return Optional.ofNullable(
        switch (number) {
          case 293 -> ReceiptStatus.ACCEPTED;
          case 290, 292, 295 -> ReceiptStatus.QUEUED;
          case 203, 250, 251, 599 -> ReceiptStatus.SENT;
          case 200, 201 -> ReceiptStatus.DELIVERED;
          case 207, 210, 211, 220, 221, 222, 503, 504, 505, 506, 507, 510, 511, 512, 513, 514 ->
              ReceiptStatus.UNDELIVERED;
          case 229,
              230,
              10031,
              10032,
              231,
              233,
              237,
              238,
              502,
              508,
              509,
              515,
              516,
              517,
              518,
              519,
              520,
              521,
              11000 ->
              ReceiptStatus.REJECTED;
          case 500, 501, 10000, 10030 -> ReceiptStatus.FAILED;
          default -> null;
        });
  }

  /** Whether TeleSign will never know what became of the message. */
  boolean isUnconfirmed() {
    return number == 250 || number == 251 || number == 599;
  }

  /** Whether the message was not delivered and will not be. */
  boolean isFailure() {
    return meaning().map(ReceiptStatus::isFailure).orElse(false);
  }
}
