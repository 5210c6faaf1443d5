package io.parley.simulator.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.simulator.http.InvalidFieldException;
import io.parley.simulator.http.Json;
import io.parley.simulator.http.Request;
import io.parley.simulator.provider.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A send request whose form is right (azure-communication-services.md §2). */
record Draft(
    String from,
    List<Recipient> recipients,
    String message,
    boolean reported,
    @Nullable String tag,
    @Nullable String partner) {

  /** One recipient, not checked yet: a wrong one fails for itself. */
  record Recipient(
      String to,
      @Nullable String repeatabilityRequestId,
      @Nullable String repeatabilityFirstSent) {}

  private static final int MOST_RECIPIENTS = 100;
  private static final int MOST_BYTES = 2_048;

  Draft {
    recipients = List.copyOf(recipients);
  }

  /**
   * Reads a request.
   *
   * @throws Refusal 400 in one of the forms that the service has for it
   */
  static Draft of(Request request, String version) {
    JsonNode root = root(request);
    String from = required(root, "from", "From");
    if (!SenderType.fitsAny(from)) {
      throw Answers.field("From", "Invalid From phone number format");
    }
    List<Recipient> recipients = recipients(root.path("smsRecipients"));
    String message = required(root, "message", "Message");
    if (message.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw Answers.field("Message", "The Message field must not be longer than 2048.");
    }
    JsonNode options = root.path("smsSendOptions");
    boolean reported = false;
    if (!absent(options)) {
      reported = reported(options);
      checkTimeout(options.path("deliveryReportTimeoutInSeconds"), version);
    }
    return new Draft(
        from,
        recipients,
        message,
        reported,
        text(options, "tag", "$.smsSendOptions.tag"),
        partner(options.path("messagingConnect"), version));
  }

  private static JsonNode root(Request request) {
    try {
      JsonNode root = Json.tree(request.body());
      if (root.isObject()) {
        return root;
      }
    } catch (InvalidFieldException e) {
      throw Answers.unreadable("$", "The input is not valid JSON.");
    }
    throw Answers.unreadable("$", "The JSON value could not be converted.");
  }

  private static List<Recipient> recipients(JsonNode list) {
    if (absent(list) || (list.isArray() && list.isEmpty())) {
      throw Answers.field("SmsRecipients", "The SmsRecipients field is required.");
    }
    if (!list.isArray()) {
      throw Answers.unreadable("$.smsRecipients", "The JSON value could not be converted.");
    }
    if (list.size() > MOST_RECIPIENTS) {
      throw Answers.field("SmsRecipients", "The SmsRecipients field has more than 100 elements.");
    }
    List<Recipient> recipients = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode each = list.get(i);
      String at = "$.smsRecipients[" + i + "].";
      String to = text(each, "to", at + "to");
      if (to == null) {
        throw Answers.field("SmsRecipients[" + i + "].To", "The To field is required.");
      }
      recipients.add(
          new Recipient(
              to,
              text(each, "repeatabilityRequestId", at + "repeatabilityRequestId"),
              text(each, "repeatabilityFirstSent", at + "repeatabilityFirstSent")));
    }
    return recipients;
  }

  private static boolean reported(JsonNode options) {
    JsonNode flag = options.path("enableDeliveryReport");
    if (absent(flag)) {
      throw Answers.field(
          "SmsSendOptions.EnableDeliveryReport", "The EnableDeliveryReport field is required.");
    }
    if (!flag.isBoolean()) {
      throw Answers.unreadable(
          "$.smsSendOptions.enableDeliveryReport", "The JSON value could not be converted.");
    }
    return flag.booleanValue();
  }

  /** Older versions do not know the field and ignore it. */
  private static void checkTimeout(JsonNode timeout, String version) {
    boolean known = ApiVersions.hasTimeouts(version) && !absent(timeout);
    if (known
        && (!timeout.isIntegralNumber()
            || timeout.longValue() < 60
            || timeout.longValue() > 43_200)) {
      throw Answers.field(
          "SmsSendOptions.DeliveryReportTimeoutInSeconds",
          "The DeliveryReportTimeoutInSeconds field must be from 60 to 43200.");
    }
  }

  private static @Nullable String partner(JsonNode connect, String version) {
    if (absent(connect) || !ApiVersions.hasPartners(version)) {
      return null;
    }
    String at = "$.smsSendOptions.messagingConnect.";
    String partner = text(connect, "partner", at + "partner");
    if (partner == null || text(connect, "apiKey", at + "apiKey") == null) {
      throw Answers.field(
          "SmsSendOptions.MessagingConnect", "The ApiKey and Partner fields are required.");
    }
    return partner;
  }

  private static String required(JsonNode parent, String name, String shown) {
    String value = text(parent, name, "$." + name);
    if (value == null || value.isEmpty()) {
      throw Answers.field(shown, "The " + shown + " field is required.");
    }
    return value;
  }

  private static @Nullable String text(JsonNode parent, String name, String path) {
    JsonNode node = parent.path(name);
    if (absent(node)) {
      return null;
    }
    if (!node.isTextual()) {
      throw Answers.unreadable(path, "The JSON value could not be converted to System.String.");
    }
    return node.textValue();
  }

  private static boolean absent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }
}
