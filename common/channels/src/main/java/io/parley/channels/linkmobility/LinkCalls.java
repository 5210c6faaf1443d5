package io.parley.channels.linkmobility;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.channels.CallContext;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderRequest;
import io.parley.channels.linkmobility.LinkSettings.SourceTon;
import io.parley.channels.wire.BasicCredentials;
import io.parley.channels.wire.StorableText;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The calls that send (providers/link-mobility.md §4 and §10). */
final class LinkCalls {

  private LinkCalls() {}

  /** Sends a message by the account's API. */
  static ProviderRequest send(OutgoingMessage message, CallContext context, URI statusCallback) {
    LinkSettings settings = new LinkSettings(context.account().settings());
    return switch (settings.variant()) {
      case COMMON ->
          post(
              settings.baseUrl() + "/sms/send",
              "application/json; charset=utf-8",
              common(message, settings).toString(),
              context,
              settings);
      case MYLINK ->
          post(
              settings.baseUrl() + "/sms/v1/messages",
              "application/json",
              "[" + myLink(message, settings, statusCallback) + "]",
              context,
              settings);
    };
  }

  /** The value of {@code Authorization}. */
  static String authorization(CallContext context, LinkSettings settings) {
    return settings.byToken()
        ? "Bearer " + context.token()
        : new BasicCredentials(
                context.account().setting(LinkSettings.USERNAME),
                context.account().secret(LinkSettings.PASSWORD))
            .header();
  }

  private static ObjectNode common(OutgoingMessage message, LinkSettings settings) {
    SourceTon ton = LinkAddresses.ton(message.from(), settings.sourceTon());
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("source", LinkAddresses.source(message.from(), ton));
    body.put("sourceTON", ton.name());
    body.put("destination", LinkAddresses.destination(message));
    body.put("destinationTON", "MSISDN");
    body.put("dcs", "TEXT");
    body.put("userData", StorableText.of(LinkRules.carried(message.content().text(), settings)));
    body.put("useDeliveryReport", settings.optional(LinkSettings.GATE_ID).isPresent());
    settings
        .optional(LinkSettings.GATE_ID)
        .ifPresent(gate -> body.putArray("deliveryReportGates").add(gate));
    settings
        .optional(LinkSettings.PLATFORM_ID)
        .ifPresent(id -> body.put(LinkSettings.PLATFORM_ID, id));
    settings
        .optional(LinkSettings.PLATFORM_PARTNER_ID)
        .ifPresent(id -> body.put(LinkSettings.PLATFORM_PARTNER_ID, id));
    body.put("refId", message.id().toString());
    body.put("ignoreResponse", settings.ignoreResponse());
    if (message.answers() != null) {
      body.put("moReferenceId", message.answers());
    }
    body.putObject("customParameters").put("replySmsCount", "true");
    return body;
  }

  private static ObjectNode myLink(
      OutgoingMessage message, LinkSettings settings, URI statusCallback) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("recipient", LinkAddresses.destination(message));
    body.put("referenceId", message.id().toString());
    ObjectNode content = body.putObject("content");
    content.put("text", StorableText.of(message.content().text()));
    ObjectNode options = content.putObject("options");
    options.put("sms.sender", message.from().address());
    options.put("sms.encoding", "AutoDetect");
    switch (settings.obfuscate()) {
      case NONE -> {}
      case CONTENT -> options.put("sms.obfuscate", "Content");
      case CONTENT_AND_RECIPIENT -> options.put("sms.obfuscate", "ContentAndRecipient");
    }
    ObjectNode callback = body.putObject("callback");
    switch (settings.callbackMode()) {
      case URL -> callback.put("mode", "URL").putArray("urls").add(statusCallback.toString());
      case PROFILE -> callback.put("mode", "Profile");
      case GATE ->
          callback
              .put("mode", "Gate")
              .put("gateId", settings.optional(LinkSettings.GATE_ID).orElse(""));
      case NONE -> callback.put("mode", "None");
    }
    return body;
  }

  private static ProviderRequest post(
      String url, String contentType, String body, CallContext context, LinkSettings settings) {
    return new ProviderRequest(
        "POST",
        context.at(url),
        Map.of(
            "Authorization", List.of(authorization(context, settings)),
            "Content-Type", List.of(contentType),
            "Accept", List.of("application/json")),
        body.getBytes(UTF_8));
  }
}
