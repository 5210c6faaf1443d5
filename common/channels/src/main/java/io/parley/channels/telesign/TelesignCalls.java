package io.parley.channels.telesign;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.CallContext;
import io.parley.channels.CustomerNumbers;
import io.parley.channels.OpenAccount;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderRequest;
import io.parley.channels.wire.BasicCredentials;
import io.parley.channels.wire.FormWriter;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The calls to TeleSign's Messaging endpoint (providers/telesign.md §1.2 and §5). */
final class TelesignCalls {

  private static final String PATH = "/v1/messaging";

  /** No message has this id, so asking for it changes nothing and costs nothing. */
  private static final String IMPOSSIBLE = "00000000000000000000000000000000";

  /** TeleSign's digest knows it in no other form. */
  private static final String FORM = "application/x-www-form-urlencoded";

  private TelesignCalls() {}

  /** Sends a message. */
  static ProviderRequest send(OutgoingMessage message, CallContext context, URI statusCallback) {
    Map<String, String> settings = context.account().settings();
    boolean reports =
        settings
            .getOrDefault(TelesignForm.DELIVERY_REPORTS, TelesignForm.ON)
            .equals(TelesignForm.ON);
    byte[] body =
        new FormWriter()
            .add("phone_number", CustomerNumbers.digits(message.recipient()))
            .add("message", message.content().text())
            .add(
                "message_type",
                settings.getOrDefault(TelesignForm.MESSAGE_TYPE, TelesignForm.ALERTS))
            .add("external_id", message.id().toString())
            .add("sender_id", sender(message.from()))
            .add("callback_url", reports ? statusCallback.toString() : null)
            .add("account_lifecycle_event", settings.get(TelesignForm.LIFECYCLE_EVENT))
            .add("is_primary", settings.get(TelesignForm.IS_PRIMARY))
            .add("dlt_template_id", settings.get(TelesignForm.DLT_TEMPLATE_ID))
            .add("dlt_entity_id", settings.get(TelesignForm.DLT_ENTITY_ID))
            .bytes();
    return call("POST", PATH, body, context, message.id());
  }

  /** Asks for the state of a message that cannot exist. */
  static ProviderRequest impossibleMessage(CallContext context) {
    return call("GET", PATH + "/" + IMPOSSIBLE, new byte[0], context, context.account().id());
  }

  private static ProviderRequest call(
      String method, String path, byte[] body, CallContext context, UUID subject) {
    OpenAccount account = context.account();
    String base =
        account.optionalSetting(TelesignForm.BASE_URL).orElse(TelesignForm.DEFAULT_BASE_URL);
    URI uri = context.at((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    String contentType = body.length == 0 ? "" : FORM;
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("Accept", List.of("application/json"));
    if (!contentType.isEmpty()) {
      headers.put("Content-Type", List.of(contentType));
    }
    headers.putAll(authentication(method, uri, contentType, body, context, subject));
    return new ProviderRequest(method, uri, headers, body);
  }

  private static Map<String, List<String>> authentication(
      String method, URI uri, String contentType, byte[] body, CallContext context, UUID subject) {
    OpenAccount account = context.account();
    String customerId = account.setting(TelesignForm.CUSTOMER_ID);
    String apiKey = account.secret(TelesignForm.API_KEY);
    boolean digest =
        account
            .optionalSetting(TelesignForm.AUTHENTICATION)
            .orElse(TelesignForm.BASIC)
            .equals(TelesignForm.DIGEST);
    // Every attempt has its own time, so no two of them have the same nonce.
    String nonce =
        UUID.nameUUIDFromBytes((subject + "/" + context.now()).getBytes(UTF_8)).toString();
    return digest
        ? RequestDigest.headers(
            customerId, apiKey, method, uri, contentType, body, context.now(), nonce)
        : Map.of("Authorization", List.of(new BasicCredentials(customerId, apiKey).header()));
  }

  private static String sender(ChannelAddress ours) {
    return ours.type() == SenderType.ALPHANUMERIC
        ? ours.address()
        : CustomerNumbers.digits(ours.address());
  }
}
