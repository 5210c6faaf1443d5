package io.parley.simulator.infobip;

import io.parley.simulator.provider.Segments;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An accepted message with its present state. */
record Message(
    String messageId,
    String bulkId,
    String accountId,
    String sender,
    Draft draft,
    Instant sentAt,
    State state) {

  /** Where a message is, and why it got no further. */
  record State(SmsStatus status, NetworkError error, Instant since) {}

  /** The message in its new state; a final state stays. */
  Message moved(State next) {
    return state.status().isIntermediate()
        ? new Message(messageId, bulkId, accountId, sender, draft, sentAt, next)
        : this;
  }

  /** As it stands in reports (infobip.md §5). */
  Map<String, @Nullable Object> report(State shown, Dates dates) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("bulkId", bulkId);
    json.put("messageId", messageId);
    json.put("to", draft.to());
    json.put("sender", sender);
    putRest(json, shown, dates);
    return json;
  }

  /** As it stands in logs. */
  Map<String, @Nullable Object> log(Dates dates) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("sender", sender);
    json.put("destination", draft.to());
    json.put("bulkId", bulkId);
    json.put("messageId", messageId);
    json.put("content", Map.of("text", draft.text()));
    putRest(json, state, dates);
    return json;
  }

  private void putRest(Map<String, @Nullable Object> json, State shown, Dates dates) {
    json.put("sentAt", dates.of(sentAt));
    json.put("doneAt", dates.of(shown.since()));
    json.put("messageCount", Segments.of(draft.text()));
    json.put("mccMnc", "23410");
    Draft.Echo echo = draft.echo();
    if (echo.callbackData() != null) {
      json.put("callbackData", echo.callbackData());
    }
    Map<String, Object> price = new LinkedHashMap<>();
    price.put("pricePerMessage", 0.04);
    price.put("currency", "EUR");
    json.put("price", price);
    json.put("status", shown.status());
    json.put("error", shown.error());
    if (echo.entityId() != null || echo.applicationId() != null) {
      Map<String, @Nullable Object> platform = new LinkedHashMap<>();
      platform.put("entityId", echo.entityId());
      platform.put("applicationId", echo.applicationId());
      json.put("platform", platform);
    }
    if (echo.campaignReferenceId() != null) {
      json.put("campaignReferenceId", echo.campaignReferenceId());
    }
  }
}
