package io.parley.simulator.contract;

import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message to send (channels-and-accounts.md §6.2).
 *
 * @param parts part name to text
 */
record OutboundRequest(
    String channelDefinitionId,
    String requestId,
    String idempotencyId,
    String from,
    String to,
    Map<String, String> parts) {

  /**
   * @throws InvalidFieldException at the first member that is missing, unknown or of a wrong type
   */
  static OutboundRequest parse(JsonObject body) {
    body.only(
        "ChannelDefinitionId",
        "RequestId",
        "IdempotencyId",
        "From",
        "To",
        "Message",
        "MarketingAppContext");
    body.object("MarketingAppContext").ifPresent(OutboundRequest::context);
    JsonObject message = body.requiredObject("Message");
    Map<String, String> parts = new LinkedHashMap<>();
    for (String name : message.names()) {
      parts.put(name, message.text(name).orElseThrow(() -> message.missing(name)));
    }
    return new OutboundRequest(
        body.requiredText("ChannelDefinitionId"),
        body.requiredText("RequestId"),
        body.requiredText("IdempotencyId"),
        body.requiredText("From"),
        body.requiredText("To"),
        parts);
  }

  /**
   * Checks the message against the channel.
   *
   * @throws InvalidFieldException at the first thing that does not fit
   */
  void checkAgainst(ContractSettings channel) {
    if (!channelDefinitionId.equals(channel.channelDefinitionId())) {
      throw new InvalidFieldException("ChannelDefinitionId", "is not this channel's");
    }
    if (!channel.senders().isEmpty() && !channel.senders().contains(from)) {
      throw new InvalidFieldException("From", "is not a sender of the account");
    }
    for (ContractSettings.Part part : channel.parts()) {
      if (part.required() && parts.getOrDefault(part.name(), "").isEmpty()) {
        throw new InvalidFieldException("Message." + part.name(), "is required");
      }
    }
    parts.forEach(
        (name, text) -> {
          ContractSettings.Part part =
              channel
                  .part(name)
                  .orElseThrow(
                      () -> new InvalidFieldException("Message." + name, "is not a known part"));
          if (part.maxLength() > 0 && text.length() > part.maxLength()) {
            throw new InvalidFieldException(
                "Message." + name, "must have at most " + part.maxLength() + " characters");
          }
        });
  }

  /** The part that tests look at: {@code text}, or the first one. */
  String text() {
    return parts.getOrDefault("text", parts.values().stream().findFirst().orElse(""));
  }

  private static void context(JsonObject context) {
    context.only("CustomerJourneyId", "UserId", "UserEntityType", "IsTestSend");
    context.text("CustomerJourneyId");
    context.text("UserId");
    context.text("UserEntityType");
    context.bool("IsTestSend");
  }
}
