package io.parley.channels.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.channels.CallContext;
import io.parley.channels.OpenAccount;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderRequest;
import io.parley.events.EventJson;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The calls to a resource (providers/azure-communication-services.md §1 to §3). */
final class AzureCalls {

  /** How many numbers are listed at a time. */
  static final int PAGE = 100;

  /** A number that belongs to nobody, to ask about. */
  private static final String NOBODY = "+14255550100";

  private AzureCalls() {}

  /**
   * Sends a message. Every attempt is the same but for its date and signature: the pair that makes
   * it repeatable comes from the message alone.
   */
  static ProviderRequest send(OutgoingMessage message, CallContext context) {
    OpenAccount account = context.account();
    ObjectNode body = EventJson.mapper().createObjectNode();
    body.put("from", message.from().address());
    body.putArray("smsRecipients")
        .addObject()
        .put("to", AzureAddresses.recipient(message))
        .put("repeatabilityRequestId", repeatabilityId(message.id()).toString())
        .put("repeatabilityFirstSent", RequestSignature.date(message.createdAt()));
    body.put("message", message.content().text());
    ObjectNode options =
        body.putObject("smsSendOptions")
            .put("enableDeliveryReport", true)
            .put("tag", message.id().toString());
    account
        .optionalSetting(AzureSettings.REPORT_TIMEOUT)
        .ifPresent(
            seconds -> options.put("deliveryReportTimeoutInSeconds", Integer.parseInt(seconds)));
    account
        .optionalSetting(AzureSettings.PARTNER)
        .ifPresent(
            partner ->
                options
                    .putObject("messagingConnect")
                    .put("apiKey", account.secret(AzureSettings.PARTNER_KEY))
                    .put("partner", partner));
    return call(
        context, "POST", "/sms?api-version=" + setting(context, AzureSettings.API_VERSION), body);
  }

  /** Lists the resource's numbers; short codes and names are not among them. */
  static ProviderRequest numbers(CallContext context, int skip) {
    return call(
        context,
        "GET",
        "/phoneNumbers?skip="
            + skip
            + "&top="
            + PAGE
            + "&api-version="
            + setting(context, AzureSettings.NUMBERS_API_VERSION),
        null);
  }

  /** Asks whether somebody has opted out of a sender; sends nothing. */
  static ProviderRequest optOuts(CallContext context, String sender) {
    ObjectNode body = EventJson.mapper().createObjectNode();
    body.put("from", sender);
    body.putArray("recipients").addObject().put("to", NOBODY);
    return call(
        context,
        "POST",
        "/sms/optouts:check?api-version=" + setting(context, AzureSettings.OPT_OUTS_API_VERSION),
        body);
  }

  private static UUID repeatabilityId(UUID messageId) {
    return UUID.nameUUIDFromBytes(("azure/" + messageId).getBytes(UTF_8));
  }

  private static ProviderRequest call(
      CallContext context, String method, String pathAndQuery, @Nullable ObjectNode json) {
    OpenAccount account = context.account();
    byte[] body = json == null ? new byte[0] : json.toString().getBytes(UTF_8);
    Map<String, List<String>> headers = new TreeMap<>();
    headers.put("Accept", List.of("application/json"));
    if (json != null) {
      headers.put("Content-Type", List.of("application/json"));
    }
    URI uri;
    if (AzureSettings.usesEntra(account.settings())) {
      String endpoint = ConnectionString.endpoint(account.setting(AzureSettings.ENDPOINT));
      uri = context.at(endpoint + pathAndQuery);
      headers.put("Authorization", List.of("Bearer " + context.token()));
    } else {
      ConnectionString opened =
          ConnectionString.parse(account.secret(AzureSettings.CONNECTION_STRING));
      uri = context.at(opened.endpoint() + pathAndQuery);
      headers.putAll(RequestSignature.headers(method, uri, body, context.now(), opened.key()));
    }
    return new ProviderRequest(method, uri, headers, body);
  }

  private static String setting(CallContext context, String name) {
    return AzureSettings.get(context.account(), name);
  }
}
