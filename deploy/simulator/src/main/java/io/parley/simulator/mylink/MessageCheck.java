package io.parley.simulator.mylink;

import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.http.Fields;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.JsonObject;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code POST /sms/v1/messages} asks of each message (link-mobility.md §10). */
final class MessageCheck {

  private static final int MOST_MESSAGES = 1_000;
  private static final int LONGEST_TEXT = 38_862;
  private static final long USUAL_TTL_MS = 14_400_000;

  /**
   * A message that is taken.
   *
   * @param callbacks where its status events go
   * @param ttlMs how long failed events are repeated
   */
  record Draft(
      String recipient,
      String sender,
      String text,
      @Nullable String referenceId,
      List<Endpoint> callbacks,
      long ttlMs) {}

  private MessageCheck() {}

  /**
   * @throws InvalidFieldException at the first member that does not fit
   */
  static List<Draft> check(MyLinkSettings account, String body) {
    List<JsonObject> messages = JsonObject.parseList(body);
    if (messages.isEmpty() || messages.size() > MOST_MESSAGES) {
      throw new InvalidFieldException("", "must have 1 to 1000 messages");
    }
    return messages.stream().map(message -> draft(account, message)).toList();
  }

  private static Draft draft(MyLinkSettings account, JsonObject message) {
    message.only(
        "recipient", "content", "schedule", "expiration", "callback", "referenceId", "priority");
    String recipient = message.requiredText("recipient");
    if (!recipient.matches("\\+[0-9]{4,15}")) {
      throw message.invalid("recipient", "must begin with + and have digits only");
    }
    JsonObject content = message.requiredObject("content").only("text", "options");
    String text = content.requiredText("text", LONGEST_TEXT);
    String sender = sender(content.requiredObject("options"));
    message.object("schedule").ifPresent(MessageCheck::schedule);
    message.object("expiration").ifPresent(MessageCheck::expiration);
    message.word("priority", Set.of("Normal", "High", "Low"));
    Optional<JsonObject> callback = message.object("callback");
    return new Draft(
        recipient,
        sender,
        text,
        message.text("referenceId", 500).orElse(null),
        callback.map(c -> callbacks(account, c)).orElseGet(() -> profile(account)),
        callback.flatMap(c -> c.integer("ttl", 0, 28_800_000)).orElse(USUAL_TTL_MS));
  }

  private static String sender(JsonObject options) {
    options.only("sms.sender", "sms.encoding", "sms.obfuscate");
    options.word("sms.encoding", Set.of("AutoDetect", "GSM", "UCS2"));
    options.word("sms.obfuscate", Set.of("ContentAndRecipient", "Content"));
    String sender = options.requiredText("sms.sender");
    if (!sender.matches("\\+?[0-9]{1,15}|[A-Za-z0-9 .,!?&'_-]{1,11}")) {
      throw options.invalid("sms.sender", "must be a number or a name of at most 11 characters");
    }
    return sender;
  }

  private static void schedule(JsonObject schedule) {
    schedule.only("relative", "absolute", "tag");
    schedule.integer("relative", 600_000, 7_889_232_000L);
    time(schedule);
    schedule
        .text("tag")
        .filter(tag -> !tag.matches("[A-Za-z0-9_-]{1,100}"))
        .ifPresent(
            bad -> {
              throw schedule.invalid("tag", "must match [A-Za-z0-9_-]{1,100}");
            });
  }

  private static void expiration(JsonObject expiration) {
    expiration.only("relative", "absolute");
    expiration.integer("relative", 1, 172_800_000);
    time(expiration);
  }

  private static void time(JsonObject holder) {
    if (holder.countOf("relative", "absolute") != 1) {
      throw holder.invalid("", "must have exactly one of relative and absolute");
    }
    holder
        .text("absolute")
        .ifPresent(
            text -> {
              try {
                OffsetDateTime.parse(text);
              } catch (DateTimeException e) {
                throw holder.invalid("absolute", "must be a time of RFC 3339");
              }
            });
  }

  private static List<Endpoint> callbacks(MyLinkSettings account, JsonObject callback) {
    callback.only("mode", "urls", "gateId", "ttl");
    String mode = callback.word("mode", Set.of("Profile", "URL", "Gate", "None")).orElse("Profile");
    List<String> urls = callback.texts("urls");
    return switch (mode) {
      case "URL" -> {
        if (urls.isEmpty() || !urls.stream().allMatch(Fields::isHttpUrl)) {
          throw callback.invalid("urls", "must hold absolute URLs");
        }
        yield urls.stream().map(url -> new Endpoint(url, account.deliverTo())).toList();
      }
      case "Gate" -> {
        Endpoint gate = account.gates().get(callback.requiredText("gateId"));
        if (gate == null) {
          throw callback.invalid("gateId", "is not a gate of the account");
        }
        yield List.of(gate);
      }
      case "None" -> List.of();
      default -> profile(account);
    };
  }

  private static List<Endpoint> profile(MyLinkSettings account) {
    return Optional.ofNullable(account.profile()).stream().toList();
  }
}
