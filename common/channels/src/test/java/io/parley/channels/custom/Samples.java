package io.parley.channels.custom;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.channels.AccountForm.Draft;
import io.parley.channels.AccountForm.Finding;
import io.parley.channels.CallContext;
import io.parley.channels.CallbackUrl;
import io.parley.channels.Endpoints;
import io.parley.channels.OpenAccount;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.channels.Reception;
import io.parley.channels.WebhookRequest;
import io.parley.events.Channel;
import io.parley.events.CustomerAddress;
import io.parley.events.MessageContent;
import io.parley.events.MessageReceived;
import io.parley.events.ReceiptReceived;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Accounts, addresses and calls of the document's examples. */
final class Samples {

  static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  static final UUID ACCOUNT_ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
  static final UUID ADDRESS_ID = UUID.fromString("00000000-0000-4000-8000-000000000002");
  static final UUID MESSAGE_ID = UUID.fromString("00000000-0000-4000-8000-000000000003");
  static final String URL = "https://desk.example.org/webhooks/custom/key";
  static final URI CALLBACK = CallbackUrl.of(URI.create(URL), MESSAGE_ID);
  static final String OURS = "+12065550100";
  static final String CUSTOMER = "+12065550142";
  static final String CALL_SECRET = "the-key-of-their-calls";
  static final String SEND_SECRET = "the-key-of-our-calls";
  static final String SHARED_SECRET = "0123456789abcdef-shared";
  static final CustomReceiver RECEIVER = new CustomReceiver();
  static final CustomSender SENDER = new CustomSender();

  private Samples() {}

  /** The worked example's account. */
  static OpenAccount pigeon(String... changes) {
    return account(
        Channel.SMS,
        changed(Document.settings("http-settings"), changes),
        Map.of("callSecret", CALL_SECRET, "sendSecret", SEND_SECRET));
  }

  /** The contract's account. */
  static OpenAccount harbour(String... changes) {
    return account(
        Channel.CUSTOM,
        changed(Document.settings("contract-settings"), changes),
        Map.of("sharedSecret", SHARED_SECRET));
  }

  static OpenAccount account(
      Channel channel, Map<String, String> settings, Map<String, String> secrets) {
    ChannelAddress address =
        channel == Channel.SMS
            ? address(channel, OURS, SenderType.LONG_CODE)
            : address(channel, "desk-1", SenderType.CUSTOM);
    return new OpenAccount(ACCOUNT_ID, channel, settings, secrets, List.of(address));
  }

  static ChannelAddress address(Channel channel, String address, SenderType type) {
    return new ChannelAddress(ADDRESS_ID, ACCOUNT_ID, channel, address, "Desk", type);
  }

  /** Settings with some changed; {@code null} as "(none)" takes one away. */
  static Map<String, String> changed(Map<String, String> settings, String... changes) {
    Map<String, String> changed = new HashMap<>(settings);
    for (int i = 0; i < changes.length; i += 2) {
      changed.put(changes[i], changes[i + 1]);
    }
    changed.values().removeIf("(none)"::equals);
    return changed;
  }

  static List<Finding> findings(OpenAccount account) {
    return CustomForm.FORM
        .rules()
        .check(new Draft(account.channel(), account.settings(), account.secrets(), Set.of()));
  }

  static WebhookRequest post(
      String subPath, @Nullable String query, Map<String, String> headers, String body) {
    Map<String, List<String>> all = new HashMap<>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    return new WebhookRequest("POST", URL + subPath, subPath, query, all, body.getBytes(UTF_8));
  }

  /** A call as Pigeon Post signs it. */
  static WebhookRequest fromPigeon(String subPath, @Nullable String query, String body) {
    return post(
        subPath,
        query,
        Map.of(
            "X-Pigeon-Signature",
            "sha256=" + Base64.getEncoder().encodeToString(hmac("HmacSHA256", CALL_SECRET, body))),
        body);
  }

  /** A call as a service by the contract signs it. */
  static WebhookRequest fromHarbour(String body) {
    return post(
        "",
        null,
        Map.of(
            ContractSignature.HEADER,
            ContractSignature.sign(
                SHARED_SECRET, ContractSignature.Direction.INBOUND, body.getBytes(UTF_8), NOW)),
        body);
  }

  static byte[] hmac(String algorithm, String key, String data) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), algorithm));
      return mac.doFinal(data.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static Reception receive(OpenAccount account, WebhookRequest call) {
    return RECEIVER.receive(call, account, NOW);
  }

  static MessageReceived message(Reception reception) {
    return ((Reception.Understood) reception).messages().getFirst();
  }

  static ReceiptReceived receipt(Reception reception) {
    return ((Reception.Understood) reception).receipts().getFirst();
  }

  static OutgoingMessage outgoing(OpenAccount account, MessageContent content) {
    boolean sms = account.channel() == Channel.SMS;
    return new OutgoingMessage(
        MESSAGE_ID,
        account.addresses().getFirst(),
        sms
            ? new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, CUSTOMER)
            : new CustomerAddress(CustomerAddress.Kind.BUSINESS_SCOPED_ID, "visitor:77"),
        null,
        content,
        null,
        NOW.minusSeconds(60));
  }

  static CallContext context(OpenAccount account) {
    return new CallContext(account, Endpoints.REAL, NOW, null);
  }

  static ProviderRequest request(OpenAccount account, MessageContent content) {
    return SENDER.request(outgoing(account, content), context(account), CALLBACK);
  }

  /** The signature of a call of ours by the contract. */
  static String signature(ProviderRequest request) {
    return request.headers().getOrDefault(ContractSignature.HEADER, List.of()).getFirst();
  }

  static String body(ProviderRequest request) {
    return new String(request.body(), UTF_8);
  }

  static ProviderResponse answer(int status, String body) {
    return new ProviderResponse(status, Map.of(), body.getBytes(UTF_8));
  }
}
