package io.parley.ingress.provider;

import static io.parley.ingress.provider.Said.kept;
import static io.parley.ingress.provider.Said.message;
import static io.parley.ingress.provider.Said.receipt;

import io.parley.testing.ServersResource;
import io.parley.testing.linkmobility.LinkWebhooks;
import io.parley.testing.webhook.WebhookCall;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The calls of providers/link-mobility.md. */
@QuarkusTest
@QuarkusTestResource(
    value = ServersResource.class,
    initArgs = @ResourceArg(name = "schema", value = "ingress"))
class LinkMobilityWebhooksTest {

  private static final Answer TAKEN = Answer.of(200, "OK").with("content-type", "text/plain");

  private static final TestAccount COMMON =
      common(
          "link_common",
          Map.of("callbackUsername", "dlr_hook"),
          Map.of("callbackPassword", "Zx81-push", "oldCallbackPassword", "Zx80-push"));
  private static final TestAccount OTHER =
      common(
          "link_other",
          Map.of("callbackUsername", "dlr_hook", "acknowledgement", "Taken, thank you"),
          Map.of("callbackPassword", "Spectrum-48"));
  private static final TestAccount LOCKED =
      common(
          "link_locked",
          Map.of("callbackHeader", "X-Harbor-Hook", "callbackAddresses", "127.0.0.0/8, ::1"),
          Map.of("callbackHeaderValue", "Zk3vQ9"));
  private static final TestAccount ELSEWHERE =
      common(
          "link_elsewhere", Map.of("callbackAddresses", "213.242.87.36-213.242.87.55"), Map.of());
  private static final TestAccount MYLINK =
      TestAccount.sms(
          "link-mobility",
          "link_mylink",
          Map.of("variant", "MYLINK", "clientId", "client"),
          Map.of(),
          "+46731240011");

  private static final String MESSAGE_ID = "Ff0kR2+uYQkAAAGQm1/8pTz4";

  /** §8, over several lines as it is printed. */
  private static final String INBOUND =
      """
      {"destination":"NO-27333","subNumber":null,"source":"+4790012345",
       "content":{"type":"SMS","userData":"Harbor hvor er pakken min?","encoding":"TEXT"},
       "operator":"no.telia","timestamp":"2026-02-11T07:42:10Z","messageId":"Ff0kR2+uYQkAAAGQm1/8pTz4",
       "operatorTimestamp":"2026-02-11T07:42:09Z","operatorMessageId":"884120077",
       "route":{"type":"KEYWORD_ROUTE","id":"kw-771","refId":"harbor","gateIds":["Mx2cTy7p"],"platformId":"SMSC",
        "platformPartnerId":"48213","number":"NO-27333","keyword":"HARBOR","keywordType":"FIRST_WORD","active":true,
        "shared":false,"description":"Harbor Books"},
       "gateCustomParameters":{},"customParameters":{"suggestedOperator":"no.telia","queued":"2026-02-11 08:42:10"}}
      """;

  /** §8. */
  private static final String DELIVERED =
      """
      {"refId":"01HPX3M8Z7Q4","id":"Hb7qLw+T0kEAAAGPxR/21vQd","operator":"no.telia","sentTimestamp":"2026-02-11T07:43:01Z",
       "timestamp":"2026-02-11T07:42:59Z","resultCode":1001,"operatorResultCode":"0","segments":1,
       "gateCustomParameters":{},"customParameters":{"received":"2026-02-11 08:43:02"}}
      """;

  /** §8, the second part of a message to a dead number. */
  private static final String PART =
      """
      {"refId":"01HPX4AA2K9D","id":"Jc1rMx+U1lFAAAGPyS/32wRe$1","operator":null,"sentTimestamp":"2026-02-11T08:00:00Z",
       "timestamp":"2026-02-11T08:00:00Z","resultCode":2106,"operatorResultCode":null,"segments":2,
       "gateCustomParameters":{},"customParameters":{}}
      """;

  /** §11. */
  private static final String STATUS =
      """
      {"eventId":"3f8d6c0e-91b4-4d0f-a1c7-52e3f9b8d604","channel":"sms","recipient":"+46700001234","timeStamp":"2026-02-11T08:10:04Z",
       "status":{"requestId":"6c2f7c1e-2f0a-4a0e-9d53-0b6c6b0f9b11","referenceId":"01HQ0B6E5V3R","messageId":"b0e4a9d2-7d57-4f86-8b0d-5f1a6f2f6a70","type":"delivered","code":2000,"details":"Delivered","segments":1},
       "provider":{"timestamp":"2026-02-11T08:10:03Z","code":"0","details":"ok","operator":"se.tele2"}}
      """;

  private static final String STATUS_ID = "b0e4a9d2-7d57-4f86-8b0d-5f1a6f2f6a70";

  /** §11. */
  private static final String REPLY =
      """
      {"eventId":"b4a0de57-6f0b-4c0c-8a3e-70c1d5a2e991","channel":"sms","recipient":"+46731240011","timeStamp":"2026-02-11T08:12:40Z",
       "provider":{"timestamp":"2026-02-11T08:12:39Z","code":"","details":"","operator":"se.tele2"},
       "reply":{"sender":"+46700001234","routeId":"rt-204","routeKeyword":"HARBOR","text":"Harbor thanks"}}
      """;

  private static final String OURS = "0193a2b4-0000-7000-8000-000000000771";

  private static final Desk DESK = new Desk(List.of(COMMON, OTHER, LOCKED, ELSEWHERE, MYLINK));

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
  void nothingAuthenticIsAnErrorOfOurs() {
    DESK.survives(
        Stream.concat(
            Stream.of(INBOUND, DELIVERED, PART)
                .flatMap(Damage::json)
                .map(body -> signed(LinkWebhooks.json(COMMON.path(), body))),
            Stream.of(STATUS, REPLY)
                .flatMap(Damage::json)
                .map(body -> LinkWebhooks.json(MYLINK.path(), body))));
  }

  @Test
  void noAuthenticFormIsAnErrorOfOurs() {
    DESK.survives(
        Damage.text("id=Hb7qLw&refId=" + OURS + "&resultCode=1001&segments=1")
            .map(body -> signed(LinkWebhooks.form(COMMON.path(), body))));
  }

  static Stream<Case> authenticCalls() {
    String asked =
        message(COMMON, MESSAGE_ID, "+4790012345", "27333", "Harbor hvor er pakken min?");
    return Stream.of(
        Case.of("§8 message", inbound(INBOUND), TAKEN, asked),
        Case.of("§2 message again: the same event", inbound(INBOUND), TAKEN, asked),
        Case.of(
            "§6 vector of the Basic header",
            LinkWebhooks.json(COMMON.path(), INBOUND)
                .with("Authorization", "Basic ZGxyX2hvb2s6Wng4MS1wdXNo"),
            TAKEN,
            asked),
        Case.of(
            "§6 scheme in lower case",
            LinkWebhooks.json(COMMON.path(), INBOUND)
                .with("Authorization", "basic ZGxyX2hvb2s6Wng4MS1wdXNo"),
            TAKEN,
            asked),
        Case.of(
            "§6 old password",
            LinkWebhooks.json(COMMON.path(), INBOUND).withBasic("dlr_hook", "Zx80-push"),
            TAKEN,
            asked),
        Case.of(
            "§2 message to a long number",
            inbound(INBOUND.replace("NO-27333", "+4759440011")),
            TAKEN,
            asked.replace("27333", "+4759440011")),
        Case.of(
            "§7 STOPP after the keyword",
            inbound(INBOUND.replace("hvor er pakken min?", "stopp")),
            TAKEN,
            asked.replace("hvor er pakken min?", "stopp") + " consent=STOP"),
        Case.of(
            "§8 report",
            inbound(DELIVERED),
            TAKEN,
            receipt(COMMON, "Hb7qLw+T0kEAAAGPxR/21vQd", "DELIVERED", "1001")),
        Case.of(
            "§8 report about a part",
            inbound(PART),
            TAKEN,
            receipt(COMMON, "Jc1rMx+U1lFAAAGPyS/32wRe", "UNDELIVERED", "2106")
                + " error=2106 part=2/2"),
        Case.of(
            "§5 report about our message",
            inbound(DELIVERED.replace("01HPX3M8Z7Q4", OURS).replace("1001", "1005")),
            TAKEN,
            receipt(COMMON, "Hb7qLw+T0kEAAAGPxR/21vQd", "QUEUED", "1005") + " ours=" + OURS),
        Case.of(
            "§5 result code that nobody knows",
            inbound(DELIVERED.replace("1001", "5999")),
            TAKEN,
            receipt(COMMON, "Hb7qLw+T0kEAAAGPxR/21vQd", "FAILED", "5999") + " error=5999"),
        Case.of(
            "§3 report as a form",
            signed(
                LinkWebhooks.form(
                    COMMON.path(), "id=Hb7qLw%2BT0kE&refId=x&resultCode=1001&segments=1")),
            TAKEN,
            receipt(COMMON, "Hb7qLw+T0kE", "DELIVERED", "1001")),
        Case.of(
            "§3 report in the query of a GET",
            signed(LinkWebhooks.query(COMMON.path(), "id=Hb7qLw%2BT0kE&resultCode=1000")),
            TAKEN,
            receipt(COMMON, "Hb7qLw+T0kE", "SENT", "1000")),
        Case.of(
            "§2 acknowledgement as agreed",
            LinkWebhooks.json(OTHER.path(), INBOUND).withBasic("dlr_hook", "Spectrum-48"),
            Answer.of(200, "Taken, thank you").with("content-type", "text/plain"),
            message(OTHER, MESSAGE_ID, "+4790012345", "27333", "Harbor hvor er pakken min?")),
        Case.of(
            "§6 fixed header, from an address of the list",
            LinkWebhooks.json(LOCKED.path(), INBOUND).with("X-Harbor-Hook", "Zk3vQ9"),
            TAKEN,
            message(LOCKED, MESSAGE_ID, "+4790012345", "27333", "Harbor hvor er pakken min?")),
        Case.of(
            "§11 status",
            LinkWebhooks.json(MYLINK.status() + "?message=" + OURS, STATUS),
            TAKEN,
            receipt(MYLINK, STATUS_ID, "DELIVERED", "delivered") + " ours=" + OURS),
        Case.of(
            "§11 status: expired",
            LinkWebhooks.json(
                MYLINK.path(),
                STATUS.replace("\"delivered\",\"code\":2000", "\"failed\",\"code\":4008")),
            TAKEN,
            receipt(MYLINK, STATUS_ID, "UNDELIVERED", "failed") + " error=MYLINK-4008"),
        Case.of(
            "§11 status: rejected",
            LinkWebhooks.json(
                MYLINK.path(),
                STATUS.replace("\"delivered\",\"code\":2000", "\"rejected\",\"code\":3009")),
            TAKEN,
            receipt(MYLINK, STATUS_ID, "REJECTED", "rejected") + " error=MYLINK-3009"),
        Case.of(
            "§11 typing",
            LinkWebhooks.json(MYLINK.path(), STATUS.replace("\"delivered\"", "\"typing\"")),
            TAKEN),
        Case.of(
            "§11 message",
            LinkWebhooks.json(MYLINK.path(), REPLY),
            TAKEN,
            message(
                MYLINK,
                "b4a0de57-6f0b-4c0c-8a3e-70c1d5a2e991",
                "+46700001234",
                "+46731240011",
                "Harbor thanks")),
        Case.of(
            "§2 message to a number that is not configured",
            inbound(INBOUND.replace("\"destination\":\"NO-27333\"", "\"destination\":\"NO-2099\"")),
            TAKEN,
            kept(COMMON, "the account has no address NO-2099")),
        Case.of(
            "§12 event of MyLINK at an account of the other API",
            inbound(REPLY),
            TAKEN,
            kept(COMMON, "an event of MyLINK at an account of the Common API")),
        Case.of(
            "report of the other API at an account of MyLINK",
            LinkWebhooks.json(MYLINK.path(), DELIVERED),
            TAKEN,
            kept(MYLINK, "a call of the Common API at an account of MyLINK")),
        Case.of(
            "§2 XML, which is not documented",
            inbound("<message><id>1</id></message>").with("Content-Type", "application/xml"),
            TAKEN,
            kept(
                COMMON,
                "the call is neither JSON nor a form: the gate's content type must be"
                    + " application/json")));
  }

  static Stream<Case> refusedCalls() {
    return Stream.of(
        Case.of("§6 no credentials", LinkWebhooks.json(COMMON.path(), INBOUND), Answer.BASIC),
        Case.of(
            "§6 wrong password",
            LinkWebhooks.json(COMMON.path(), INBOUND).withBasic("dlr_hook", "Zx81"),
            Answer.BASIC),
        Case.of(
            "§6 wrong user",
            LinkWebhooks.json(COMMON.path(), INBOUND).withBasic("hook", "Zx81-push"),
            Answer.BASIC),
        Case.of(
            "§6 another scheme",
            LinkWebhooks.json(COMMON.path(), INBOUND).with("Authorization", "Bearer Zx81-push"),
            Answer.BASIC),
        Case.of(
            "§6 not Base64",
            LinkWebhooks.json(COMMON.path(), INBOUND).with("Authorization", "Basic %%%"),
            Answer.BASIC),
        Case.of(
            "other account's credentials",
            LinkWebhooks.json(COMMON.path(), INBOUND).withBasic("dlr_hook", "Spectrum-48"),
            Answer.BASIC),
        Case.of(
            "§6 fixed header is missing",
            LinkWebhooks.json(LOCKED.path(), INBOUND),
            Answer.FORBIDDEN),
        Case.of(
            "§6 address that is not in the list",
            LinkWebhooks.json(ELSEWHERE.path(), INBOUND),
            Answer.FORBIDDEN),
        Case.of(
            "§6 address that is not in the list, and a proxy's word for another",
            LinkWebhooks.json(ELSEWHERE.path(), INBOUND)
                .with("X-Forwarded-For", "213.242.87.36")
                .with("Forwarded", "for=213.242.87.36"),
            Answer.FORBIDDEN),
        Case.of("method that nobody has", inbound(INBOUND).by("DELETE"), Answer.WRONG_METHOD));
  }

  private static TestAccount common(
      String key, Map<String, String> settings, Map<String, String> secrets) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("variant", "COMMON");
    all.put("baseUrl", "https://n-eu.linkmobility.io");
    all.put("platformId", "COMMON_API");
    all.put("platformPartnerId", "48213");
    return TestAccount.sms("link-mobility", key, all, secrets, "27333", "+4759440011");
  }

  private static WebhookCall inbound(String body) {
    return signed(LinkWebhooks.json(COMMON.path(), body));
  }

  private static WebhookCall signed(WebhookCall call) {
    return call.withBasic("dlr_hook", "Zx81-push");
  }
}
