package io.parley.channels.infobip;

import io.parley.channels.wire.JsonFields;
import io.parley.events.ReceiptStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The status of a message, in answers and in reports (providers/infobip.md §5).
 *
 * @param group its group's number, also where only the group's name was given
 * @param id its number
 * @param name its name
 */
record MessageStatus(@Nullable Integer group, @Nullable Integer id, @Nullable String name) {

  /** The message's id was used before: an earlier attempt was taken. */
  static final int DUPLICATE_ID = 23;

  private static final List<String> GROUPS =
      List.of("ACCEPTED", "PENDING", "UNDELIVERABLE", "DELIVERED", "EXPIRED", "REJECTED");

  /** Reads the status of an item. */
  static MessageStatus of(JsonFields fields) {
    return new MessageStatus(
        group(fields), fields.wholeNumber("status.id"), fields.peek("status.name"));
  }

  /** What it says, in neutral words; nothing when neither id nor group is known. */
  Optional<ReceiptStatus> meaning() {
    return byId().or(this::byGroup);
  }

  /** Whether the message has failed, or will not be tried. */
  boolean isFailure() {
    return meaning().map(ReceiptStatus::isFailure).orElse(false);
  }

  /** Whether an earlier attempt with the same id was taken. */
  boolean isDuplicate() {
    return id != null && id == DUPLICATE_ID;
  }

  /** The code by which {@link InfobipErrors} knows it. */
  String code() {
    return "status:" + (id == null ? "group-" + group : id);
  }

  private Optional<ReceiptStatus> byId() {
    return Optional.ofNullable(
        switch (id == null ? -1 : id) {
          // Only a repetition of ours can be a duplicate: an earlier attempt was taken.
          case 0, DUPLICATE_ID -> ReceiptStatus.ACCEPTED;
          case 26 -> ReceiptStatus.QUEUED;
          case 2, 3, 7 -> ReceiptStatus.SENT;
          case 5 -> ReceiptStatus.DELIVERED;
          case 4, 9, 15, 29 -> ReceiptStatus.UNDELIVERED;
          case 31 -> ReceiptStatus.FAILED;
          case 6, 8, 10, 11, 12, 13, 14, 17, 18, 19, 20, 21, 24, 25, 51, 52, 87, 100 ->
              ReceiptStatus.REJECTED;
          default -> null;
        });
  }

  private Optional<ReceiptStatus> byGroup() {
    return Optional.ofNullable(
        switch (group == null ? -1 : group) {
          case 0 -> ReceiptStatus.ACCEPTED;
          case 1 -> ReceiptStatus.SENT;
          case 2, 4 -> ReceiptStatus.UNDELIVERED;
          case 3 -> ReceiptStatus.DELIVERED;
          case 5 -> ReceiptStatus.REJECTED;
          default -> null;
        });
  }

  private static @Nullable Integer group(JsonFields fields) {
    Integer number = fields.wholeNumber("status.groupId");
    String name = fields.peek("status.groupName");
    if (number != null || name == null) {
      return number;
    }
    int byName = GROUPS.indexOf(name.strip().toUpperCase(Locale.ROOT));
    return byName < 0 ? null : byName;
  }
}
