package io.parley.simulator.google;

import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.http.Fields;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.journey.Crowd;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that an RCS user does, or that the server tells about a message; exactly one of {@code
 * text} to {@code event}.
 *
 * @param from the customer's number in E.164
 * @param text when there are several, {@code {n}} stands for the message's number from 1
 * @param messageId of this message; for an event the message it is about
 * @param at when it happened; now when absent
 * @param crowd one message when absent
 */
public record RcsOrder(
    String accountId,
    String from,
    @Nullable String text,
    @Nullable UserFile userFile,
    @Nullable Location location,
    @Nullable Suggestion suggestion,
    @Nullable EventType event,
    @Nullable String messageId,
    @Nullable Instant at,
    @Nullable SignatureKind signature,
    @Nullable Crowd crowd) {

  /** A file at Google's store. */
  public record UserFile(
      String mimeType, long fileSizeBytes, String fileUri, @Nullable String fileName) {
    public UserFile {
      Fields.required(mimeType, "mimeType");
      Fields.httpUrl(Fields.required(fileUri, "fileUri"), "fileUri");
    }
  }

  /** A place. */
  public record Location(BigDecimal latitude, BigDecimal longitude) {
    public Location {
      Fields.required(latitude, "latitude");
      Fields.required(longitude, "longitude");
    }
  }

  /** A tapped chip. */
  public record Suggestion(String postbackData, String text, @Nullable String type) {
    public Suggestion {
      Fields.required(postbackData, "postbackData");
      Fields.required(text, "text");
      type = Fields.orElse(type, "REPLY");
    }
  }

  /** The last two come from the server. */
  public enum EventType {
    DELIVERED,
    READ,
    IS_TYPING,
    UNSUBSCRIBE,
    SUBSCRIBE,
    TTL_EXPIRATION_REVOKED,
    TTL_EXPIRATION_REVOKE_FAILED;

    boolean isOfServer() {
      return this == TTL_EXPIRATION_REVOKED || this == TTL_EXPIRATION_REVOKE_FAILED;
    }
  }

  public RcsOrder {
    Fields.required(accountId, "accountId");
    Fields.matching(from, "\\+[1-9][0-9]{1,14}", "from");
    signature = Fields.orElse(signature, SignatureKind.VALID);
    crowd = Fields.orElse(crowd, Crowd.ONE);
    if (Stream.of(text, userFile, location, suggestion, event).filter(Objects::nonNull).count()
        != 1) {
      throw new InvalidFieldException("text", "or exactly one other kind of event must be given");
    }
  }

  Crowd crowdOrOne() {
    return Fields.orElse(crowd, Crowd.ONE);
  }

  SignatureKind signatureOrValid() {
    return Fields.orElse(signature, SignatureKind.VALID);
  }
}
