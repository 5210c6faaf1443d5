package io.parley.channels.custom;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.OwnAddresses;
import io.parley.channels.wire.Attributes;
import io.parley.channels.wire.JsonBody;
import io.parley.channels.wire.MessageIds;
import io.parley.channels.wire.StorableText;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery report by the contract. */
final class ContractReport {

  private static final int LONGEST_ID = 200;
  private static final int LONGEST_REASON = 60;
  private static final int LONGEST_TEXT = 1_000;
  private static final List<String> READ =
      List.of(
          "/ChannelDefinitionId",
          "/OrganizationId",
          "/RequestId",
          "/MessageId",
          "/Status",
          "/Details/Reason",
          "/Details/Message");

  private ContractReport() {}

  static ReadElement read(JsonNode element, Origin origin, ErrorMeanings meanings) {
    Optional<UUID> ours =
        Optional.ofNullable(MessageIds.ours(JsonBody.text(element.path("RequestId"))));
    String theirs = bounded(element.path("MessageId"), LONGEST_ID);
    if (ours.isEmpty() && theirs == null) {
      return new ReadElement.NotUnderstood("a report with neither RequestId nor MessageId");
    }
    String word = element.path("Status").asText("");
    ReceiptStatus status =
        switch (word) {
          case "Delivered" -> ReceiptStatus.DELIVERED;
          case "NotDelivered" -> ReceiptStatus.UNDELIVERED;
          default -> null;
        };
    if (status == null) {
      return new ReadElement.NotUnderstood(
          "the Status " + OwnAddresses.printable(word) + " is neither Delivered nor NotDelivered");
    }
    JsonNode details = element.path("Details");
    String reason = bounded(details.path("Reason"), LONGEST_REASON);
    return new ReadElement.Receipt(
        new ReceiptReceived(
            origin.account().id(),
            CustomProvider.NAME,
            theirs == null ? ours.map(UUID::toString).orElse("") : theirs,
            ours.orElse(null),
            status,
            word,
            reason == null ? null : meanings.codeInReceipt(reason),
            bounded(details.path("Message"), LONGEST_TEXT),
            null,
            Attributes.of(new JsonPayload(element).rest(READ)),
            origin.receivedAt()));
  }

  /** A text that is not blank, without NUL, cut where it is too long. */
  static @Nullable String bounded(JsonNode node, int longest) {
    String text = JsonBody.scalar(node);
    String clean = text == null ? "" : text.strip();
    return clean.isEmpty() ? null : StorableText.cut(clean, longest);
  }
}
