package io.parley.simulator.google;

import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.http.Fields;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.journey.Crowd;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that a customer of Business Messages does; exactly one of {@code text} to {@code
 * authentication}.
 *
 * @param text when there are several, {@code {n}} stands for the message's number from 1
 * @param image URL of a picture, sent as the only text; one like Google's when empty
 * @param typing whether the customer has begun or stopped typing
 * @param liveAgent asks for a person
 * @param survey fields of the answer as Google names them
 * @param authentication fields of the answer as Google names them
 * @param receipts reported as given, whatever is known of the messages
 * @param context fields as Google names them
 * @param requestId a new one when absent, none when empty
 * @param textBooleans whether true and false are sent as text, as in Google's examples
 * @param fixtureNames whether {@code suggestionType} takes the place of {@code type}
 * @param at when it happened; now when absent
 * @param crowd one message when absent
 */
public record GbmOrder(
    String accountId,
    String conversationId,
    @Nullable String text,
    @Nullable String image,
    @Nullable Suggestion suggestion,
    @Nullable Boolean typing,
    boolean liveAgent,
    @Nullable Map<String, Object> survey,
    @Nullable Map<String, Object> authentication,
    List<Receipt> receipts,
    @Nullable Map<String, Object> context,
    @Nullable String messageId,
    @Nullable String requestId,
    boolean textBooleans,
    boolean fixtureNames,
    @Nullable Instant at,
    @Nullable SignatureKind signature,
    @Nullable Crowd crowd) {

  /**
   * A tapped chip.
   *
   * @param messageId of our message that carried it
   */
  public record Suggestion(
      String messageId, String postbackData, @Nullable String text, @Nullable String type) {
    public Suggestion {
      Fields.required(messageId, "messageId");
      Fields.required(postbackData, "postbackData");
      type = Fields.orElse(type, "REPLY");
    }
  }

  /** DELIVERED or READ. */
  public record Receipt(String messageId, String type) {
    public Receipt {
      Fields.required(messageId, "messageId");
      Fields.matching(type, "DELIVERED|READ", "type");
    }
  }

  public GbmOrder {
    Fields.required(accountId, "accountId");
    Fields.matching(conversationId, "[^/\\s]+", "conversationId");
    receipts = Fields.listOrEmpty(receipts);
    signature = Fields.orElse(signature, SignatureKind.VALID);
    crowd = Fields.orElse(crowd, Crowd.ONE);
    long kinds =
        Stream.of(text, image, suggestion, typing, survey, authentication)
                .filter(kind -> kind != null)
                .count()
            + (liveAgent ? 1 : 0)
            + (receipts.isEmpty() ? 0 : 1);
    if (kinds != 1) {
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
