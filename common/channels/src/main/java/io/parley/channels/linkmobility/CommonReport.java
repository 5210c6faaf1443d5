package io.parley.channels.linkmobility;

import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.wire.JsonFields;
import io.parley.channels.wire.ReportedPart;
import io.parley.events.MessagePart;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A delivery report of the Common API (providers/link-mobility.md §5). */
final class CommonReport {

  /** The parts of a long message count from 0 behind the last dollar sign. */
  private static final Pattern PART = Pattern.compile("(.+)\\$([0-9]{1,4})");

  private CommonReport() {}

  /** Reads it. */
  static Reception read(
      JsonFields fields,
      OpenAccount account,
      LinkSettings settings,
      WebhookAnswer answer,
      Instant receivedAt) {
    int code = LinkErrors.code(fields, "resultCode");
    if (code < 0) {
      return new Reception.NotUnderstood("a delivery report without a readable resultCode", answer);
    }
    fields.take("resultCode");
    UUID messageId = fields.takeOurId("refId");
    String id = fields.takeId("id");
    Matcher part = PART.matcher(id == null ? "" : id);
    boolean isPart = part.matches();
    String whole = isPart ? part.group(1) : id;
    if (settings.ignoreResponse() && messageId != null) {
      // Nobody told us LINK's id when we sent it: it goes by ours (§4, HTTP 204).
      whole = messageId.toString();
    }
    if (whole == null) {
      return new Reception.NotUnderstood("a delivery report without id", answer);
    }
    String word = String.valueOf(code);
    ReceiptStatus status = settings.resultCodes().getOrDefault(word, status(code));
    boolean bad = status.isFailure();
    return Reception.Understood.receipt(
        new ReceiptReceived(
            account.id(),
            LinkProvider.NAME,
            whole,
            messageId,
            status,
            word,
            bad ? word : null,
            bad ? LinkErrors.words(word) : null,
            isPart ? part(part.group(2), fields) : null,
            fields.rest(),
            receivedAt),
        answer);
  }

  /** What a result code says; codes that nobody knows are final. */
  static ReceiptStatus status(int code) {
    return switch (code) {
      case 1005, 1008, 1012 -> ReceiptStatus.QUEUED;
      case 1000, 1011, 1013 -> ReceiptStatus.SENT;
      case 1001, 1007 -> ReceiptStatus.DELIVERED;
      case 1002, 1004, 1006, 1009, 1010, 2104, 2106, 2107 -> ReceiptStatus.UNDELIVERED;
      case 2000, 2001, 2002, 2003, 2100, 2101, 2102, 2103, 2105 -> ReceiptStatus.REJECTED;
      case 2200, 2201, 2202, 2203, 2204, 2205, 2206, 2207 -> ReceiptStatus.REJECTED;
      case 3000, 3001, 3002 -> ReceiptStatus.REJECTED;
      case 4000, 4001, 4002, 4003, 4004, 4005, 4006, 4007 -> ReceiptStatus.REJECTED;
      default -> ReceiptStatus.FAILED;
    };
  }

  private static @Nullable MessagePart part(String number, JsonFields fields) {
    return ReportedPart.of(Integer.parseInt(number) + 1, fields.wholeNumber("segments"));
  }
}
