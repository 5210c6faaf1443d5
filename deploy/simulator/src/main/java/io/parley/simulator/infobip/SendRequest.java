package io.parley.simulator.infobip;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Request;
import io.parley.simulator.provider.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /sms/3/messages} read and checked for its form (infobip.md §2).
 *
 * @param bulkId null if the client gave none
 */
record SendRequest(List<Draft> drafts, @Nullable String bulkId, boolean withCounts) {

  private static final String TRANSLITERATIONS =
      "NONE TURKISH GREEK CYRILLIC SERBIAN_CYRILLIC CENTRAL_EUROPEAN BALTIC NON_UNICODE PORTUGUESE"
          + " COLOMBIAN BULGARIAN_CYRILLIC ALL";

  SendRequest {
    drafts = List.copyOf(drafts);
  }

  /**
   * Reads a request.
   *
   * @throws Refusal E400 with every violation
   */
  static SendRequest of(Request request) {
    JsonNode root = root(request);
    Violations violations = new Violations();
    violations.refuseNulls("", root);
    List<Draft> drafts = new ArrayList<>();
    List<JsonNode> messages = violations.list(root, "", "messages");
    for (int i = 0; i < messages.size(); i++) {
      readMessage(messages.get(i), "messages[" + i + "].", violations, drafts);
    }
    JsonNode options = violations.object(root, "", "options");
    JsonNode schedule = violations.object(options, "options.", "schedule");
    String bulkId = violations.text(schedule, "options.schedule.", "bulkId", 100);
    if (schedule.has("sendAt")) {
      violations.add("options.schedule.sendAt", "is not supported by the simulator");
    }
    boolean counts = violations.flag(options, "options.", "includeSmsCountInResponse", false);
    if (!violations.found().isEmpty()) {
      throw InfobipError.BAD_REQUEST.refused(true, violations.found());
    }
    return new SendRequest(drafts, bulkId, counts);
  }

  private static JsonNode root(Request request) {
    String type = request.header("content-type");
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw unreadable("Content-Type must be application/json");
    }
    try {
      JsonNode root = Json.tree(request.body());
      if (root.isObject()) {
        return root;
      }
    } catch (InvalidFieldException e) {
      throw unreadable("is not well-formed");
    }
    throw unreadable("must be an object");
  }

  private static Refusal unreadable(String why) {
    return InfobipError.BAD_REQUEST.refused(true, List.of(new InfobipError.Violation("", why)));
  }

  private static void readMessage(
      JsonNode message, String path, Violations violations, List<Draft> drafts) {
    String sender = violations.text(message, path, "sender", 64);
    String text = content(violations.object(message, path, "content"), path, violations);
    JsonNode options = violations.object(message, path, "options");
    checkOptions(options, path + "options.", violations);
    JsonNode webhooks = violations.object(message, path, "webhooks");
    Draft.Reporting reporting = reporting(webhooks, path + "webhooks.", violations);
    Draft.Echo echo = echo(webhooks, options, path, violations);
    List<JsonNode> destinations = violations.list(message, path, "destinations");
    for (int i = 0; i < destinations.size(); i++) {
      String at = path + "destinations[" + i + "].";
      JsonNode destination = destinations.get(i);
      String to = violations.text(destination, at, "to", 64);
      if (to == null || to.isEmpty()) {
        violations.add(at + "to", "must not be blank");
      }
      violations.integer(destination, at, "networkId");
      String messageId = violations.text(destination, at, "messageId", 200);
      drafts.add(new Draft(sender, to == null ? "" : to, messageId, text, reporting, echo));
    }
  }

  private static String content(JsonNode content, String path, Violations violations) {
    String at = path + "content.";
    String text = violations.text(content, at, "text", Integer.MAX_VALUE);
    String hex = violations.text(content, at, "hex", Integer.MAX_VALUE);
    if ((text == null || text.isEmpty()) && hex == null) {
      violations.add(at + "text", "must not be empty");
    }
    violations.oneOf(content, at, "transliteration", TRANSLITERATIONS);
    JsonNode language = violations.object(content, at, "language");
    violations.oneOf(language, at + "language.", "languageCode", "TR ES PT AUTODETECT NONE");
    violations.flag(language, at + "language.", "singleShift", false);
    violations.flag(language, at + "language.", "lockingShift", false);
    return text == null ? "" : text;
  }

  private static void checkOptions(JsonNode options, String path, Violations violations) {
    JsonNode validity = violations.object(options, path, "validityPeriod");
    violations.integer(validity, path + "validityPeriod.", "amount");
    violations.oneOf(validity, path + "validityPeriod.", "timeUnit", "SECONDS MINUTES HOURS");
    violations.object(options, path, "deliveryTimeWindow");
    violations.flag(options, path, "flash", false);
    JsonNode regional = violations.object(options, path, "regional");
    JsonNode india = violations.object(regional, path + "regional.", "indiaDlt");
    if (india.isObject() && !india.has("principalEntityId")) {
      violations.add(path + "regional.indiaDlt.principalEntityId", "must not be null");
    }
  }

  private static Draft.Reporting reporting(JsonNode webhooks, String path, Violations violations) {
    JsonNode delivery = violations.object(webhooks, path, "delivery");
    violations.oneOf(webhooks, path, "contentType", "application/json");
    return new Draft.Reporting(
        violations.flag(delivery, path + "delivery.", "notify", true),
        violations.url(delivery, path + "delivery.", "url"),
        violations.flag(delivery, path + "delivery.", "intermediateReport", false));
  }

  private static Draft.Echo echo(
      JsonNode webhooks, JsonNode options, String path, Violations violations) {
    String at = path + "options.platform.";
    JsonNode platform = violations.object(options, path + "options.", "platform");
    return new Draft.Echo(
        violations.text(webhooks, path + "webhooks.", "callbackData", 4_000),
        violations.text(options, path + "options.", "campaignReferenceId", 255),
        violations.text(platform, at, "entityId", 255),
        violations.text(platform, at, "applicationId", 255));
  }
}
