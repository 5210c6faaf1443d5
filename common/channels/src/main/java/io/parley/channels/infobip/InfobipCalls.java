package io.parley.channels.infobip;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.channels.CallContext;
import io.parley.channels.CustomerNumbers;
import io.parley.channels.OpenAccount;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderRequest;
import io.parley.channels.wire.StorableText;
import io.parley.events.EventJson;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The calls to Infobip's SMS API, version 3 (providers/infobip.md §1 and §2). */
final class InfobipCalls {

  private static final String HTTPS = "https://";

  private InfobipCalls() {}

  /** Sends a message. Our id is its id there, so that Infobip refuses it a second time. */
  static ProviderRequest send(OutgoingMessage message, CallContext context, URI statusCallback) {
    OpenAccount account = context.account();
    ObjectNode body = EventJson.mapper().createObjectNode();
    ObjectNode written = body.putArray("messages").addObject();
    written.put("sender", sender(message.from()));
    written
        .putArray("destinations")
        .addObject()
        .put("to", CustomerNumbers.digits(message.recipient()))
        .put("messageId", message.id().toString());
    written.putObject("content").put("text", StorableText.of(message.content().text()));
    ObjectNode webhooks = written.putObject("webhooks");
    delivery(webhooks.putObject("delivery"), account.settings(), statusCallback);
    webhooks.put("contentType", "application/json").put("callbackData", message.id().toString());
    MessageOptions.write(account.settings(), written);
    Map<String, List<String>> headers = new HashMap<>(headers(account));
    headers.put("Content-Type", List.of("application/json"));
    return new ProviderRequest(
        "POST", context.at(base(account) + "/sms/3/messages"), headers, bytes(body));
  }

  /**
   * Asks for the reports about a message that does not exist. Without the filter the question would
   * swallow real reports: Infobip gives each of them out only once.
   */
  static ProviderRequest noReports(CallContext context) {
    OpenAccount account = context.account();
    UUID unused = UUID.nameUUIDFromBytes((account.id() + "/" + context.now()).getBytes(UTF_8));
    return new ProviderRequest(
        "GET",
        context.at(base(account) + "/sms/3/reports?messageId=" + unused + "&limit=1"),
        headers(account),
        new byte[0]);
  }

  /** The account's host with the scheme in front and nothing behind. */
  static String base(OpenAccount account) {
    String entered = account.setting(InfobipForm.BASE_URL).strip();
    String host =
        entered.regionMatches(true, 0, HTTPS, 0, HTTPS.length())
            ? entered.substring(HTTPS.length())
            : entered;
    return HTTPS + host.replaceFirst("/+$", "").toLowerCase(Locale.ROOT);
  }

  /** The value of {@code Authorization}. */
  static String authorization(OpenAccount account) {
    return "App " + account.secret(InfobipForm.API_KEY);
  }

  private static void delivery(
      ObjectNode delivery, Map<String, String> settings, URI statusCallback) {
    String reports = settings.getOrDefault(InfobipForm.DELIVERY_REPORTS, InfobipForm.PER_MESSAGE);
    if (reports.equals(InfobipForm.OFF)) {
      delivery.put("notify", false);
      return;
    }
    if (reports.equals(InfobipForm.PER_MESSAGE)) {
      delivery.put("url", statusCallback.toString());
    }
    delivery.put(
        "intermediateReport",
        settings
            .getOrDefault(InfobipForm.INTERMEDIATE_REPORTS, InfobipForm.ON)
            .equals(InfobipForm.ON));
  }

  private static String sender(ChannelAddress ours) {
    return ours.type() == SenderType.ALPHANUMERIC
        ? ours.address()
        : CustomerNumbers.digits(ours.address());
  }

  private static Map<String, List<String>> headers(OpenAccount account) {
    return Map.of(
        "Authorization", List.of(authorization(account)),
        "Accept", List.of("application/json"),
        "User-Agent", List.of("Parley"));
  }

  private static byte[] bytes(ObjectNode body) {
    try {
      return EventJson.mapper().writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts is always JSON", e);
    }
  }
}
