package io.parley.simulator.infobip;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Parameters;
import io.parley.simulator.http.Request;
import io.parley.simulator.provider.Refusal;
import io.parley.simulator.provider.Segments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything but sending: reports, logs and inbox to pull, preview, balance, blocklist. */
final class Readings {

  private final Messages messages;

  Readings(Messages messages) {
    this.messages = messages;
  }

  /** Consumes what it shows. */
  Answer reports(Account account, Parameters query) {
    return Answer.json(
        200,
        Map.of(
            "results",
            messages.pullReports(
                account, query.first("messageId"), query.first("bulkId"), limit(query, true))));
  }

  Answer logs(Account account, Parameters query) {
    String messageId = query.first("messageId");
    List<Map<String, @Nullable Object>> results =
        messages.of(account).reversed().stream()
            .filter(m -> messageId == null || m.messageId().equals(messageId))
            .limit(limit(query, true))
            .map(m -> m.log(account.dates()))
            .toList();
    return Answer.json(200, Map.of("results", results));
  }

  /** Consumes what it shows. */
  Answer inbox(Account account, Parameters query) {
    List<Map<String, @Nullable Object>> results = messages.pullInbox(account, limit(query, false));
    return Answer.json(200, InboundBody.wrapped(results, messages.inboxSize(account)));
  }

  Answer preview(Request request) {
    String text = tree(request).path("text").asText("");
    if (text.isEmpty()) {
      throw InfobipError.BAD_REQUEST.refused(false);
    }
    Map<String, Object> preview = new LinkedHashMap<>();
    preview.put("textPreview", text);
    preview.put("messageCount", Segments.of(text));
    preview.put("configuration", Map.of());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("originalText", text);
    body.put("previews", List.of(preview));
    return Answer.json(200, body);
  }

  Answer balance(Account account) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("balance", account.creditsLeft() * 0.04);
    body.put("currency", "EUR");
    return Answer.json(200, body);
  }

  Answer blocklist(Account account, Parameters query) {
    String destination = query.first("destination");
    List<Map<String, Object>> results = new ArrayList<>();
    for (String blocked : account.blocked()) {
      if (destination == null || destination.equals(blocked)) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("destination", blocked);
        entry.put("sourceType", "CUSTOM");
        entry.put("channel", "SMS");
        results.add(entry);
      }
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("results", results);
    body.put("paging", Map.of("page", 0, "size", 100, "totalResults", results.size()));
    return Answer.json(200, body);
  }

  Answer block(Account account, Request request) {
    return changed(request, account.blocked()::add);
  }

  Answer unblock(Account account, Request request) {
    return changed(request, account.blocked()::remove);
  }

  private static Answer changed(Request request, Consumer<String> change) {
    JsonNode list = tree(request).path("blocklist");
    if (!list.isArray() || list.isEmpty()) {
      throw InfobipError.BAD_REQUEST.refused(true);
    }
    for (JsonNode entry : list) {
      for (JsonNode destination : entry.path("destinations")) {
        change.accept(destination.path("to").asText());
      }
    }
    return Answer.empty(202);
  }

  private static JsonNode tree(Request request) {
    try {
      return Json.tree(request.body());
    } catch (InvalidFieldException e) {
      throw InfobipError.BAD_REQUEST.refused(false);
    }
  }

  /**
   * @throws Refusal E400 beyond 1 to 1,000
   */
  private static int limit(Parameters query, boolean current) {
    String limit = query.has("limit") ? query.text("limit") : "50";
    if (!limit.matches("[1-9][0-9]{0,2}|1000")) {
      throw InfobipError.BAD_REQUEST.refused(
          current, List.of(new InfobipError.Violation("limit", "must be from 1 to 1000")));
    }
    return Integer.parseInt(limit);
  }
}
