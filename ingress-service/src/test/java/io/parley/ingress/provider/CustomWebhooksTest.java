package io.parley.ingress.provider;

import static io.parley.ingress.provider.Said.kept;
import static io.parley.ingress.provider.Said.message;
import static io.parley.ingress.provider.Said.receipt;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.events.Channel;
import io.parley.testing.ServersResource;
import io.parley.testing.custom.ContractWebhooks;
import io.parley.testing.webhook.KeyedHash;
import io.parley.testing.webhook.WebhookCall;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The calls of docs/custom-channel.md, and of an API in each format that settings can describe. */
@QuarkusTest
@QuarkusTestResource(
    value = ServersResource.class,
    initArgs = @ResourceArg(name = "schema", value = "ingress"))
class CustomWebhooksTest {

  private static final String SECRET = "harbour-shared-secret-0001";
  private static final String NEXT_SECRET = "harbour-shared-secret-0002";
  private static final String OTHER_SECRET = "lighthouse-shared-secret-01";
  private static final String CALL_SECRET = "pigeon-call-secret";
  private static final String OURS = "00000000-0000-4000-8000-000000000003";
  private static final Answer TAKEN = new Answer(204, Map.of(), "");
  private static final Answer PIGEON_TAKEN =
      Answer.of(200, "{\"ok\":true}").with("content-type", "application/json");

  private static final ContractWebhooks HARBOUR = new ContractWebhooks(SECRET);

  private static final TestAccount CONTRACT =
      contract(
          "cu_contract",
          Map.of(),
          Map.of("sharedSecret", SECRET, "otherSharedSecret", NEXT_SECRET));
  private static final TestAccount TOKEN =
      contract(
          "cu_token",
          Map.of("contractAuthentication", "token"),
          Map.of("sharedSecret", OTHER_SECRET));
  private static final TestAccount PIGEON =
      TestAccount.sms(
          "custom",
          "cu_pigeon",
          settings(
              """
              callFormat=json
              callAuthentication=hmac
              callAuthName=X-Pigeon-Signature
              callAuthPrefix=sha256=
              callHmac=SHA256
              callHmacEncoding=base64
              callAnswerStatus=200
              callAnswerType=application/json
              callAnswerBody={"ok":true}
              receiptsBy=url
              messageList=/items
              messageId=/id
              messageFrom=/sender
              messageTo=^/loft
              messageText=/body
              messageMedia=/files
              messageMediaUrl=/href
              messageMediaType=/type
              messageTime=/at
              messageTimeFormat=seconds
              messageConsent=/wish
              messageConsentValues=leave = STOP
              receiptProviderId=/id
              receiptOurId=/ref
              receiptStatus=/state
              receiptStatusValues=landed = DELIVERED, lost = UNDELIVERED, resting = IGNORE
              receiptErrorCode=/error/code
              receiptErrorText=/error/text"""),
          Map.of("callSecret", CALL_SECRET),
          "+12065550100");
  private static final TestAccount FORM =
      TestAccount.sms(
          "custom",
          "cu_form",
          settings(
              """
              callFormat=form
              callAuthentication=token
              callTokenIn=query
              callAuthName=k
              messageId=id
              messageFrom=msisdn
              messageTo=to
              messageText=text
              messageMedia=media*"""),
          Map.of("callSecret", CALL_SECRET),
          "+12065550100");
  private static final TestAccount XML =
      TestAccount.sms(
          "custom",
          "cu_xml",
          settings(
              """
              callFormat=xml
              callAuthentication=basic
              callUser=bird
              receiptsBy=list
              messageList=/calls/message
              messageId=@id
              messageFrom=from
              messageTo=^/calls/@to
              messageText=body
              receiptList=/calls/report
              receiptProviderId=@id
              receiptStatus=state/@code
              receiptStatusValues=1 = DELIVERED, * = UNDELIVERED
              receiptPart=@part
              receiptParts=@of"""),
          Map.of("callSecret", CALL_SECRET),
          "+12065550100");

  /** The examples of docs/custom-channel.md. */
  private static final String INBOUND =
      """
      {
        "ChannelDefinitionId": "harbour-chat",
        "MessageId": "in-1",
        "From": "visitor:77",
        "To": "desk-1",
        "SentAt": "2026-11-20T08:59:58Z",
        "Message": {
          "text": "Where is my parcel?",
          "media1": "https://cdn.harbour.example/photo.jpg"
        }
      }
      """;

  private static final String REPORT =
      """
      {
        "ChannelDefinitionId": "harbour-chat",
        "RequestId": "00000000-0000-4000-8000-000000000003",
        "MessageId": "hc-4711",
        "From": "desk-1",
        "Status": "NotDelivered",
        "Details": { "Reason": "RECIPIENT_UNREACHABLE", "Message": "Device is off" }
      }
      """;

  private static final String PIGEONS =
      """
      {
        "loft": "+12065550100",
        "items": [
          {
            "id": "p-1",
            "sender": "12065550142",
            "body": "Hello",
            "at": 1795165198,
            "weather": "rain",
            "files": [{ "href": "https://cdn.pigeon.example/1.jpg", "type": "image/jpeg" }]
          },
          { "id": "p-2", "sender": "12065550143", "body": "No more, please", "wish": "leave" }
        ]
      }
      """;

  private static final String PIGEON_REPORT =
      """
      {
        "id": "pp-9",
        "ref": "00000000-0000-4000-8000-000000000003",
        "state": "lost",
        "error": { "code": "no-roof", "text": "nowhere to land" }
      }
      """;

  private static final String FIELDS =
      "id=7&msisdn=12065550142&to=12065550100&text=H%C3%A9+%F0%9F%93%A6"
          + "&media1=https%3A%2F%2Fx.example%2Fb";

  private static final String CALLS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <c:calls xmlns:c="urn:calls" to="+12065550100" batch="9">
        <message id="a"><from>+12065550142</from><body>Hé &lt;📦&gt;</body></message>
        <message id="b"><body>nobody</body></message>
        <report id="m1" part="2" of="3"><state code="1"/></report>
        <report id="m2"><state code="77"/></report>
      </c:calls>
      """;

  private static final Desk DESK = new Desk(List.of(CONTRACT, TOKEN, PIGEON, FORM, XML));

  @BeforeAll
  static void configure() {
    DESK.configure();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"authenticCalls", "refusedCalls"})
  void callIsAnsweredAndPublished(Case line) {
    DESK.check(line);
  }

  @Test
  void nothingAuthenticByTheContractIsAnErrorOfOurs() {
    DESK.survives(
        Stream.of(INBOUND, REPORT)
            .flatMap(Damage::json)
            .map(body -> HARBOUR.signed(CONTRACT.path(), body, Instant.now())));
  }

  @Test
  void nothingAuthenticByTheSettingsIsAnErrorOfOurs() {
    DESK.survives(
        Stream.of(
                Damage.json(PIGEONS).map(body -> pigeon(PIGEON.path(), body)),
                Damage.json(PIGEON_REPORT).map(body -> pigeon(PIGEON.status(), body)),
                Damage.text(FIELDS).map(body -> form(body)),
                Damage.text(CALLS).map(body -> xml(body)))
            .flatMap(calls -> calls));
  }

  static Stream<Case> authenticCalls() {
    String asked =
        message(CONTRACT, "in-1", "visitor:77", "desk-1", "Where is my parcel?")
            + " media=https://cdn.harbour.example/photo.jpg";
    String reported =
        receipt(CONTRACT, "hc-4711", "UNDELIVERED", "NotDelivered")
            + " error=RECIPIENT_UNREACHABLE ours="
            + OURS;
    return Stream.of(
        Case.of("contract: message", signed(INBOUND), TAKEN, asked),
        Case.of("contract: message again: the same event", signed(INBOUND), TAKEN, asked),
        Case.of(
            "contract: signed with the next secret",
            new ContractWebhooks(NEXT_SECRET).signed(CONTRACT.path(), INBOUND, Instant.now()),
            TAKEN,
            asked),
        Case.of("contract: report", signed(REPORT), TAKEN, reported),
        Case.of(
            "contract: delivered",
            signed(
                REPORT
                    .replace("NotDelivered", "Delivered")
                    .replaceAll("\"Details\".*}", "\"x\":1")),
            TAKEN,
            receipt(CONTRACT, "hc-4711", "DELIVERED", "Delivered") + " ours=" + OURS),
        Case.of(
            "contract: several in one call",
            signed("[" + INBOUND + "," + REPORT + ",{\"ChannelDefinitionId\":\"harbour-chat\"}]"),
            TAKEN,
            asked,
            reported,
            kept(CONTRACT, "neither a Message nor a Status")),
        Case.of(
            "contract: token",
            new ContractWebhooks(OTHER_SECRET).withToken(TOKEN.path(), INBOUND),
            TAKEN,
            asked.replace("cu_contract", "cu_token")),
        Case.of(
            "contract: another channel definition",
            signed(INBOUND.replace("harbour-chat", "other-chat")),
            TAKEN,
            kept(CONTRACT, "the ChannelDefinitionId is not this account's")),
        Case.of(
            "contract: message to an address that is not configured",
            signed(INBOUND.replace("desk-1", "desk-9")),
            TAKEN,
            kept(CONTRACT, "the account has no address desk-9")),
        Case.of(
            "contract: not JSON", signed("hello"), TAKEN, kept(CONTRACT, "the call is not JSON")),
        Case.of(
            "settings: batch in JSON",
            pigeon(PIGEON.path(), PIGEONS),
            PIGEON_TAKEN,
            message(PIGEON, "p-1", "+12065550142", "+12065550100", "Hello")
                + " media=https://cdn.pigeon.example/1.jpg type=image/jpeg",
            message(PIGEON, "p-2", "+12065550143", "+12065550100", "No more, please")
                + " consent=STOP"),
        Case.of(
            "settings: report in JSON",
            pigeon(PIGEON.status() + "?message=" + OURS, PIGEON_REPORT),
            PIGEON_TAKEN,
            receipt(PIGEON, "pp-9", "UNDELIVERED", "lost") + " error=no-roof ours=" + OURS),
        Case.of(
            "settings: report that is to be ignored",
            pigeon(PIGEON.status(), PIGEON_REPORT.replace("lost", "resting")),
            PIGEON_TAKEN),
        Case.of(
            "settings: element without a sender holds up nothing",
            pigeon(PIGEON.path(), PIGEONS.replace("\"sender\": \"12065550142\",", "")),
            PIGEON_TAKEN,
            message(PIGEON, "p-2", "+12065550143", "+12065550100", "No more, please")
                + " consent=STOP",
            kept(PIGEON, "a message without a sender at /sender")),
        Case.of(
            "settings: form",
            form(FIELDS),
            Answer.OK,
            message(FORM, "7", "+12065550142", "+12065550100", "Hé 📦")
                + " media=https://x.example/b"),
        Case.of(
            "settings: form in the query of a GET",
            WebhookCall.of("GET", FORM.path() + "?k=" + CALL_SECRET + "&" + FIELDS),
            Answer.OK,
            message(FORM, "7", "+12065550142", "+12065550100", "Hé 📦")
                + " media=https://x.example/b"),
        Case.of(
            "settings: XML with messages and reports",
            xml(CALLS),
            Answer.OK,
            message(XML, "a", "+12065550142", "+12065550100", "Hé <📦>"),
            kept(XML, "a message without a sender at from"),
            receipt(XML, "m1", "DELIVERED", "1") + " part=2/3",
            receipt(XML, "m2", "UNDELIVERED", "77")),
        Case.of(
            "settings: XML with a document type",
            xml("<!DOCTYPE c [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><calls>&x;</calls>"),
            Answer.OK,
            kept(XML, "the call is not xml")));
  }

  static Stream<Case> refusedCalls() {
    return Stream.of(
        refused("contract: not signed", signed(INBOUND).without(ContractWebhooks.SIGNATURE)),
        refused("contract: another body", signed(INBOUND).saying(REPORT)),
        refused(
            "contract: six minutes old",
            HARBOUR.signed(CONTRACT.path(), INBOUND, Instant.now().minusSeconds(360))),
        refused(
            "contract: Parley's own call, sent back",
            HARBOUR.signed(CONTRACT.path(), INBOUND, Instant.now(), "outbound")),
        refused(
            "contract: signature that is none",
            signed(INBOUND).with(ContractWebhooks.SIGNATURE, "t=1,v1=x")),
        refused(
            "contract: other account's credentials",
            new ContractWebhooks(OTHER_SECRET).signed(CONTRACT.path(), INBOUND, Instant.now())),
        refused("contract: wrong token", HARBOUR.withToken(TOKEN.path(), INBOUND)),
        refused(
            "contract: no token",
            HARBOUR.withToken(TOKEN.path(), INBOUND).without("Authorization")),
        Case.of("contract: other method", signed("").by("GET"), Answer.MALFORMED),
        refused(
            "settings: wrong signature",
            pigeon(PIGEON.path(), PIGEONS).with("X-Pigeon-Signature", "sha256=AAAA")),
        refused(
            "settings: no signature", pigeon(PIGEON.path(), PIGEONS).without("X-Pigeon-Signature")),
        refused("settings: another body", pigeon(PIGEON.path(), PIGEONS).saying(PIGEON_REPORT)),
        refused("settings: no token", form(FIELDS).at(FORM.path())),
        refused("settings: wrong token", form(FIELDS).at(FORM.path() + "?k=wrong")),
        refused(
            "settings: token twice",
            form(FIELDS).at(FORM.path() + "?k=" + CALL_SECRET + "&k=" + CALL_SECRET)),
        Case.of("settings: wrong password", xml(CALLS).withBasic("bird", "wrong"), Answer.BASIC),
        Case.of(
            "settings: a GET, where the signature covers the body",
            pigeon(PIGEON.path(), "").by("GET"),
            Answer.MALFORMED));
  }

  private static TestAccount contract(
      String key, Map<String, String> settings, Map<String, String> secrets) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("form", "contract");
    all.put("endpoint", "https://chat.harbour.example/parley");
    all.put("channelDefinitionId", "harbour-chat");
    all.put("media", "yes");
    return new TestAccount("custom", Channel.CUSTOM, key, all, secrets, List.of("desk-1"));
  }

  /** Settings of the form http, as name=value. */
  private static Map<String, String> settings(String lines) {
    Map<String, String> settings = new HashMap<>();
    settings.put("form", "http");
    lines
        .lines()
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              String value = line.substring(equals + 1);
              settings.put(
                  line.substring(0, equals),
                  line.contains("StatusValues") ? value.replace(", ", "\n") : value);
            });
    return settings;
  }

  private static Case refused(String name, WebhookCall call) {
    return Case.of(name, call, Answer.FORBIDDEN);
  }

  private static WebhookCall signed(String body) {
    return HARBOUR.signed(CONTRACT.path(), body, Instant.now());
  }

  private static WebhookCall pigeon(String path, String body) {
    byte[] hash = KeyedHash.of("HmacSHA256", CALL_SECRET.getBytes(UTF_8), body.getBytes(UTF_8));
    return WebhookCall.post(path, "application/json", body)
        .with("X-Pigeon-Signature", "sha256=" + Base64.getEncoder().encodeToString(hash));
  }

  private static WebhookCall form(String body) {
    return WebhookCall.post(
        FORM.path() + "?k=" + CALL_SECRET, "application/x-www-form-urlencoded", body);
  }

  private static WebhookCall xml(String body) {
    return WebhookCall.post(XML.path(), "application/xml", body).withBasic("bird", CALL_SECRET);
  }
}
