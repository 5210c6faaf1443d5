package io.parley.simulator.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.simulator.http.Answer;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Request;
import io.parley.simulator.provider.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /sms/optouts:add}, {@code :remove} and {@code :check}. */
final class OptOutsResource {

  private final OptOuts optOuts;

  OptOutsResource(OptOuts optOuts) {
    this.optOuts = optOuts;
  }

  /**
   * Does it for each recipient.
   *
   * @param verb add, remove or check
   * @throws Refusal 400 for the form, 401 for a sender of somebody else
   */
  Answer answer(Account account, String verb, Request request) {
    JsonNode root = root(request);
    String from = root.path("from").asText("");
    if (!SenderType.fitsAny(from)) {
      throw Answers.field("From", "Invalid From phone number format");
    }
    JsonNode recipients = root.path("recipients");
    if (!recipients.isArray() || recipients.isEmpty() || recipients.size() > 100) {
      throw Answers.field("Recipients", "The Recipients field must have 1 to 100 elements.");
    }
    if (account.sender(from).isEmpty()) {
      throw Answers.unauthorized();
    }
    List<Map<String, @Nullable Object>> value = new ArrayList<>();
    for (JsonNode recipient : recipients) {
      value.add(one(account, verb, from, recipient.path("to").asText("")));
    }
    return Answers.json(200, Map.of("value", value));
  }

  private Map<String, @Nullable Object> one(Account account, String verb, String from, String to) {
    boolean valid = to.matches(Sending.RECIPIENT);
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("to", to);
    item.put("httpStatusCode", valid ? 200 : 400);
    if (valid) {
      switch (verb) {
        case "add" -> optOuts.add(account, from, to);
        case "remove" -> optOuts.remove(account, from, to);
        default -> item.put("isOptedOut", optOuts.has(account, from, to));
      }
    }
    item.put("errorMessage", valid ? null : "Invalid To phone number format.");
    return item;
  }

  private static JsonNode root(Request request) {
    try {
      return Json.tree(request.body());
    } catch (InvalidFieldException e) {
      throw Answers.unreadable("$", "The input is not valid JSON.");
    }
  }
}
