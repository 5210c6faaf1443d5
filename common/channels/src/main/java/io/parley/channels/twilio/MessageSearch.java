package io.parley.channels.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.LookUpResult;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderResponse;
import io.parley.channels.wire.JsonBody;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Finds an earlier attempt in Twilio's list of messages. The endpoint has no idempotency key
 * (providers/twilio-sms.md §7.4), so this compares what was sent. It says {@code Absent} only when
 * nothing in the list could be it: Twilio may have changed the text (smart encoding, the trial
 * account's preamble), and a message sent twice is worse than one that a person has to look at.
 */
final class MessageSearch {

  /** A template's text is not known; only a message this close to the attempt is taken for it. */
  private static final Duration TEMPLATE_TOLERANCE = Duration.ofMinutes(5);

  private final OutgoingMessage message;
  private final Instant attemptedAt;
  private final List<String> takenElsewhere;

  MessageSearch(OutgoingMessage message, Instant attemptedAt, List<String> takenElsewhere) {
    this.message = message;
    this.attemptedAt = attemptedAt;
    this.takenElsewhere = List.copyOf(takenElsewhere);
  }

  /** What the answer says. */
  LookUpResult read(ProviderResponse response) {
    JsonNode body = JsonBody.read(response.body());
    if (response.status() != 200 || !body.path("messages").isArray()) {
      return unanswered(response.status());
    }
    List<JsonNode> candidates =
        StreamSupport.stream(body.path("messages").spliterator(), false)
            .filter(this::possible)
            .toList();
    List<String> found =
        candidates.stream().filter(this::same).map(MessageSearch::sid).distinct().toList();
    if (found.size() == 1) {
      return new LookUpResult.Found(found.getFirst());
    }
    if (found.size() > 1) {
      return ambiguous("Twilio has " + found.size() + " messages like this one.");
    }
    if (candidates.stream().anyMatch(this::alike)) {
      return ambiguous("Twilio has a message that is almost like this one.");
    }
    if (JsonBody.text(body.path("next_page_uri")) != null) {
      return ambiguous("Twilio has more messages to this customer than one page lists.");
    }
    return new LookUpResult.Absent();
  }

  /** From us to this customer, since the attempt, and not known to be another message. */
  private boolean possible(JsonNode listed) {
    String sid = sid(listed);
    String from = listed.path("from").asText("");
    return MessageSid.isOne(sid)
        && !takenElsewhere.contains(sid)
        && listed.path("direction").asText("").startsWith("outbound")
        && listed.path("to").asText("").equals(TwilioCalls.to(message))
        && (from.isEmpty() || from.equals(TwilioCalls.from(message)))
        && created(listed)
            .map(at -> !at.isBefore(attemptedAt.minus(TwilioCalls.CLOCK_SKEW)))
            .orElse(true);
  }

  private boolean same(JsonNode listed) {
    MessageContent content = message.content();
    if (content.template() != null) {
      return created(listed)
          .map(at -> !at.isAfter(attemptedAt.plus(TEMPLATE_TOLERANCE)))
          .orElse(false);
    }
    return listed.path("body").asText("").equals(content.text().isBlank() ? "" : content.text())
        && listed.path("num_media").asInt(0) == content.mediaUrls().size();
  }

  private boolean alike(JsonNode listed) {
    MessageContent content = message.content();
    return content.template() != null
        || (content.text().isBlank() && listed.path("body").asText("").isBlank())
        || (!content.text().isBlank()
            && wording(listed.path("body").asText("")).endsWith(wording(content.text())));
  }

  /** Letters and digits only: what Twilio leaves alone when it changes a text. */
  private static String wording(String text) {
    String wording = text.replaceAll("[^\\p{L}\\p{N}]", "");
    return wording.isEmpty() ? text.strip() : wording;
  }

  private static String sid(JsonNode listed) {
    return listed.path("sid").asText("");
  }

  private static Optional<Instant> created(JsonNode listed) {
    try {
      return Optional.of(
          ZonedDateTime.parse(
                  listed.path("date_created").asText(""), DateTimeFormatter.RFC_1123_DATE_TIME)
              .toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static LookUpResult ambiguous(String what) {
    return new LookUpResult.Ambiguous(
        new DeliveryReason(
            FailureCause.OUTCOME_UNKNOWN,
            what + " Ask the customer before sending it again.",
            null));
  }

  private static LookUpResult unanswered(int status) {
    FailureCause cause =
        switch (status) {
          case 401, 403 -> FailureCause.CREDENTIALS;
          case 429 -> FailureCause.THROTTLED;
          default -> FailureCause.PROVIDER_FAILURE;
        };
    return new LookUpResult.Unanswered(
        new DeliveryReason(
            cause, "Twilio could not say whether it has the message (HTTP " + status + ").", null));
  }
}
