package io.parley.channels.vibes;

import io.parley.channels.CallbackUrl;
import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookRequest;
import io.parley.channels.wire.ReportedPart;
import io.parley.channels.wire.StorableText;
import io.parley.events.MessagePart;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What became of a message of ours, or of one of its parts (providers/vibes.md §4). */
final class Receipt {

  private static final int MAX_TEXT = 1_000;

  /** Words by which carriers say that the subscriber cannot be reached. */
  private static final Pattern UNREACHABLE =
      Pattern.compile(
          "unknown|expired|undeliverable|rejected by the (?:phone|handset)",
          Pattern.CASE_INSENSITIVE);

  private Receipt() {}

  /** Who reports: each knows more than the one before. */
  private enum Source {
    SYSTEM("System"),
    CARRIER("Carrier"),
    HANDSET("Handset");

    private final String word;

    Source(String word) {
      this.word = word;
    }

    static Optional<Source> of(@Nullable String type) {
      for (Source source : values()) {
        if (source.word.equalsIgnoreCase(type)) {
          return Optional.of(source);
        }
      }
      return Optional.empty();
    }
  }

  /** Reads it. */
  static Reception read(
      WebhookRequest request,
      VibesFields fields,
      OpenAccount account,
      WebhookAnswer answer,
      Instant receivedAt) {
    Optional<Source> source = Source.of(fields.take("type"));
    if (source.isEmpty()) {
      return new Reception.NotUnderstood("a receipt of an unknown type", answer);
    }
    boolean split = "true".equalsIgnoreCase(fields.peek("multipart.isMultipart"));
    String original = split ? fields.takeId("multipart.originalMessageId") : null;
    String id = original == null ? fields.takeId("messageId") : original;
    if (id == null) {
      return new Reception.NotUnderstood("a receipt without messageId", answer);
    }
    UUID echoed = fields.takeOurId("submitterMessageId");
    boolean error = isError(fields);
    boolean forwarded = fields.peek("fwdToMessageId") != null;
    String code = error && !forwarded ? VibesErrors.code(fields) : null;
    String description = fields.peek("status.description");
    ReceiptStatus status =
        forwarded && error
            ? ReceiptStatus.QUEUED
            : status(source.get(), error, code, description, account);
    if (error && !forwarded) {
      fields.take("status.description");
    }
    fields.take("status.isError");
    return Reception.Understood.receipt(
        new ReceiptReceived(
            account.id(),
            VibesProvider.NAME,
            id,
            echoed == null ? CallbackUrl.messageId(request.rawQuery()).orElse(null) : echoed,
            status,
            source.get().word + (error ? " error" : "") + (forwarded ? " forwarded" : ""),
            code,
            error && !forwarded && description != null
                ? StorableText.cut(description, MAX_TEXT)
                : null,
            split ? part(fields) : null,
            fields.rest(),
            receivedAt),
        answer);
  }

  private static boolean isError(VibesFields fields) {
    String said = fields.peek("status.isError");
    return said == null
        ? fields.peek("status.errorCode") != null || fields.peek("status.internalErrorCode") != null
        : said.toLowerCase(Locale.ROOT).equals("true");
  }

  private static ReceiptStatus status(
      Source source,
      boolean error,
      @Nullable String code,
      @Nullable String description,
      OpenAccount account) {
    if (!error) {
      return switch (source) {
        case SYSTEM -> ReceiptStatus.QUEUED;
        case CARRIER -> ReceiptStatus.SENT;
        case HANDSET -> ReceiptStatus.DELIVERED;
      };
    }
    if (code != null) {
      ReceiptStatus said = new VibesSettings(account.settings()).errorCodes().get(code);
      Optional<ReceiptStatus> known = said == null ? VibesErrors.status(code) : Optional.of(said);
      if (known.isPresent()) {
        return known.get();
      }
    }
    return switch (source) {
      case SYSTEM ->
          code == null || VibesErrors.isKnown(code) || !VibesErrors.isInternal(code)
              ? ReceiptStatus.REJECTED
              : ReceiptStatus.FAILED;
      case CARRIER ->
          description != null && UNREACHABLE.matcher(description).find()
              ? ReceiptStatus.UNDELIVERED
              : ReceiptStatus.FAILED;
      case HANDSET -> ReceiptStatus.UNDELIVERED;
    };
  }

  private static MessagePart part(VibesFields fields) {
    return ReportedPart.of(
        fields.wholeNumber("multipart.partNumber"), fields.wholeNumber("multipart.noOfParts"));
  }
}
