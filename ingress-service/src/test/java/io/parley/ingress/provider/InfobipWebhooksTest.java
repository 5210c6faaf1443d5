package io.parley.ingress.provider;

import static io.parley.ingress.provider.Said.kept;
import static io.parley.ingress.provider.Said.message;
import static io.parley.ingress.provider.Said.receipt;
import static io.parley.ingress.provider.Said.signal;

import io.parley.testing.ServersResource;
import io.parley.testing.infobip.InfobipWebhooks;
import io.parley.testing.webhook.WebhookCall;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The calls of providers/infobip.md. */
@QuarkusTest
@QuarkusTestResource(
    value = ServersResource.class,
    initArgs = @ResourceArg(name = "schema", value = "ingress"))
class InfobipWebhooksTest {

  private static final String ID = "01HZX4P0Q7";
  private static final String HEADER = "X-Signature";
  private static final String SECRET = "infobip-hook-secret-1";
  private static final String OTHER_CHALLENGE = "Signature realm=\"Parley\"";

  private static final TestAccount URL_ALONE = account("ib_url", Map.of(), Map.of());
  private static final TestAccount BASIC =
      account(
          "ib_basic",
          Map.of("webhookAuthentication", "basic", "webhookUser", "hook"),
          Map.of("webhookPassword", "geheim: ü"));
  private static final TestAccount HMAC =
      account(
          "ib_hmac",
          Map.of("webhookAuthentication", "hmac", "webhookHeader", HEADER),
          Map.of("webhookSecret", SECRET));
  private static final TestAccount SHA1 =
      account(
          "ib_sha1",
          Map.of(
              "webhookAuthentication",
              "hmac",
              "webhookHeader",
              HEADER,
              "webhookAlgorithm",
              "HMAC_SHA_1"),
          Map.of("webhookSecret", "another-secret-of-infobip"));
  private static final TestAccount FIXED =
      account(
          "ib_header",
          Map.of("webhookAuthentication", "header", "webhookHeader", "X-Hook"),
          Map.of("webhookHeaderValue", "fixed-value-1"));

  /** The body of §4's vector. */
  private static final String INBOUND =
      """
      {"results":[{"messageId":"01HZX4P0Q7","from":"447700900123","to":"447700900999","text":\
      "STOP","cleanText":"","keyword":"STOP","receivedAt":"2026-03-03T09:05:07.120+0000",\
      "smsCount":1,"price":{"pricePerMessage":0,"currency":"EUR"}}],"messageCount":1,\
      "pendingMessageCount":0}""";

  private static final String INBOUND_HEX =
      "dcf292c466d324b900a7b64daac8f0c71ea0f774497f89d64235ac56d0af10c1";
  private static final String INBOUND_BASE64 = "3PKSxGbTJLkAp7ZNqsjwxx6g93RJf4nWQjWsVtCvEME=";

  /** §8. */
  private static final String REPORT =
      """
      {"results":[{"bulkId":"4034072219640523071","messageId":"conv-91-m7","to":"447700900123",\
      "sender":"447700900999","sentAt":"2026-03-03T10:05:08.000+0100","doneAt":\
      "2026-03-03T10:05:11.430+0100","messageCount":1,"mccMnc":"23410","callbackData":"conv-91",\
      "price":{"pricePerMessage":0.04,"currency":"EUR"},"status":{"groupId":2,"groupName":\
      "UNDELIVERABLE","id":9,"name":"UNDELIVERABLE_NOT_DELIVERED","description":\
      "Message sent not delivered"},"error":{"groupId":1,"groupName":"HANDSET_ERRORS","id":27,\
      "name":"EC_ABSENT_SUBSCRIBER","description":"Absent subscriber","permanent":false}}]}""";

  private static final String MMS =
      """
      {"results":[{"messageId":"mms-1","from":"447700900123","to":"447700900999","receivedAt":\
      "2026-03-03T09:05:07.120+0000","message":[{"contentType":"text/plain","value":"Look"},\
      {"contentType":"image/jpeg","url":"https://xk3p9z.api.infobip.com/mms/1/a.jpg"}]}]}""";

  private static final String BLOCKED =
      """
      {"results":[{"event":"BLOCK","receivedAt":"2026-03-03T09:05:07.120+0000","messageId":"b-1",\
      "content":{"sender":"447700900999","destination":"447700900123","channel":"SMS",\
      "sourceType":"MO"}}]}""";

  private static final String WHATSAPP =
      """
      {"results":[{"from":"447700900123","to":"447796344125","integrationType":"WHATSAPP",\
      "receivedAt":"2026-03-03T09:05:07.120+0000","messageId":"wamid.1","message":{"type":"TEXT",\
      "text":"Hi"},"contact":{"name":"Ann"}}]}""";

  private static final String OURS = "0193a2b4-0000-7000-8000-000000000771";

  private static final Desk DESK = new Desk(List.of(URL_ALONE, BASIC, HMAC, SHA1, FIXED));

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
        Stream.of(INBOUND, REPORT, MMS, BLOCKED)
            .flatMap(Damage::json)
            .map(body -> InfobipWebhooks.plain(URL_ALONE.path(), body)));
  }

  static Stream<Case> authenticCalls() {
    return Stream.of(
        Case.of("§4 vector, by the URL alone", plain(INBOUND), Answer.OK, stop(URL_ALONE)),
        Case.of(
            "§3 the same call again: the same event", plain(INBOUND), Answer.OK, stop(URL_ALONE)),
        Case.of(
            "§4 vector in hexadecimal",
            InfobipWebhooks.plain(HMAC.path(), INBOUND).with(HEADER, INBOUND_HEX),
            Answer.OK,
            stop(HMAC)),
        Case.of(
            "§4 vector in capital hexadecimal",
            InfobipWebhooks.plain(HMAC.path(), INBOUND)
                .with(HEADER, INBOUND_HEX.toUpperCase(Locale.ROOT)),
            Answer.OK,
            stop(HMAC)),
        Case.of(
            "§4 vector with a prefix",
            InfobipWebhooks.plain(HMAC.path(), INBOUND).with(HEADER, "sha256=" + INBOUND_HEX),
            Answer.OK,
            stop(HMAC)),
        Case.of(
            "§4 vector in Base64",
            InfobipWebhooks.plain(HMAC.path(), INBOUND).with(HEADER, INBOUND_BASE64),
            Answer.OK,
            stop(HMAC)),
        Case.of(
            "§4 another algorithm",
            InfobipWebhooks.signed(
                SHA1.path(), INBOUND, HEADER, "HmacSHA1", "another-secret-of-infobip"),
            Answer.OK,
            stop(SHA1)),
        Case.of(
            "§4 Basic",
            InfobipWebhooks.plain(BASIC.path(), INBOUND).withBasic("hook", "geheim: ü"),
            Answer.OK,
            stop(BASIC)),
        Case.of(
            "§4 fixed header",
            InfobipWebhooks.plain(FIXED.path(), INBOUND).with("X-Hook", "fixed-value-1"),
            Answer.OK,
            stop(FIXED)),
        Case.of(
            "§8 report",
            plain(REPORT),
            Answer.OK,
            receipt(URL_ALONE, "conv-91-m7", "UNDELIVERED", "UNDELIVERABLE_NOT_DELIVERED")
                + " error=error:27"),
        Case.of(
            "§5 report that names our message as its own id",
            plain(status(OURS, 3, 5, "DELIVERED_TO_HANDSET")),
            Answer.OK,
            receipt(URL_ALONE, OURS, "DELIVERED", "DELIVERED_TO_HANDSET") + " ours=" + OURS),
        Case.of(
            "§5 report that names our message in its URL alone",
            plain(status("m-8", 1, 7, "PENDING_ENROUTE"))
                .at(URL_ALONE.status() + "?message=" + OURS),
            Answer.OK,
            receipt(URL_ALONE, "m-8", "SENT", "PENDING_ENROUTE") + " ours=" + OURS),
        Case.of(
            "§5 delivered to the operator is not delivered",
            plain(status("m-8", 3, 2, "DELIVERED_TO_OPERATOR")),
            Answer.OK,
            receipt(URL_ALONE, "m-8", "SENT", "DELIVERED_TO_OPERATOR")),
        Case.of(
            "§5 rejected",
            plain(status("m-8", 5, 14, "REJECTED_DESTINATION_BLOCKLISTED")),
            Answer.OK,
            receipt(URL_ALONE, "m-8", "REJECTED", "REJECTED_DESTINATION_BLOCKLISTED")
                + " error=status:14"),
        Case.of(
            "§3 MMS",
            plain(MMS),
            Answer.OK,
            message(URL_ALONE, "mms-1", "+447700900123", "+447700900999", "Look")
                + " media=https://xk3p9z.api.infobip.com/mms/1/a.jpg type=image/jpeg"),
        Case.of(
            "§6 blocklist",
            plain(BLOCKED),
            Answer.OK,
            signal(URL_ALONE, "OPTED_OUT", "+447700900123", "+447700900999")),
        Case.of("§3 empty list", plain("{\"results\":[],\"messageCount\":0}"), Answer.OK),
        Case.of(
            "§3 batch: what is not understood holds up nothing",
            plain(batch(INBOUND, WHATSAPP, REPORT)),
            Answer.OK,
            stop(URL_ALONE),
            receipt(URL_ALONE, "conv-91-m7", "UNDELIVERED", "UNDELIVERABLE_NOT_DELIVERED")
                + " error=error:27",
            kept(URL_ALONE, "a message of another channel than SMS")),
        Case.of(
            "§3 message to a number that is not configured",
            plain(INBOUND.replace("447700900999", "447700900777")),
            Answer.OK,
            kept(URL_ALONE, "the account has no address 447700900777")),
        Case.of(
            "§3 message of a service with a name",
            plain(INBOUND.replace("\"447700900123\"", "\"InfoSMS\"")),
            Answer.OK,
            message(URL_ALONE, ID, "InfoSMS", "+447700900999", "STOP") + " consent=STOP"),
        Case.of(
            "§3 third shape, of the Messages API",
            plain(
                "{\"results\":[{\"sender\":\"447700900123\",\"destination\":\"447700900999\","
                    + "\"content\":[{\"type\":\"TEXT\",\"text\":\"Hi\"}]}]}"),
            Answer.OK,
            kept(
                URL_ALONE,
                "a message in the form of Infobip's Messages API; let the number forward as"
                    + " MO_JSON_2")),
        Case.of(
            "not JSON",
            plain("hello"),
            Answer.OK,
            kept(URL_ALONE, "not a call of Infobip: there is no list of results")));
  }

  static Stream<Case> refusedCalls() {
    return Stream.of(
        Case.of(
            "§4 HMAC is missing",
            InfobipWebhooks.plain(HMAC.path(), INBOUND),
            Answer.challenge(OTHER_CHALLENGE)),
        Case.of(
            "§4 HMAC of another body",
            InfobipWebhooks.plain(HMAC.path(), REPORT).with(HEADER, INBOUND_HEX),
            Answer.challenge(OTHER_CHALLENGE)),
        Case.of(
            "§4 HMAC that is none",
            InfobipWebhooks.plain(HMAC.path(), INBOUND).with(HEADER, "zzz"),
            Answer.challenge(OTHER_CHALLENGE)),
        Case.of(
            "other account's credentials",
            InfobipWebhooks.signed(SHA1.path(), INBOUND, HEADER, "HmacSHA1", SECRET),
            Answer.challenge(OTHER_CHALLENGE)),
        Case.of(
            "other account's algorithm",
            InfobipWebhooks.signed(HMAC.path(), INBOUND, HEADER, "HmacSHA1", SECRET),
            Answer.challenge(OTHER_CHALLENGE)),
        Case.of("§4 Basic is missing", InfobipWebhooks.plain(BASIC.path(), INBOUND), Answer.BASIC),
        Case.of(
            "§4 Basic with another password",
            InfobipWebhooks.plain(BASIC.path(), INBOUND).withBasic("hook", "geheim"),
            Answer.BASIC),
        Case.of(
            "§4 Basic with another user",
            InfobipWebhooks.plain(BASIC.path(), INBOUND).withBasic("hook2", "geheim: ü"),
            Answer.BASIC),
        Case.of(
            "§4 fixed header with another value",
            InfobipWebhooks.plain(FIXED.path(), INBOUND).with("X-Hook", "fixed-value-2"),
            Answer.challenge(OTHER_CHALLENGE)),
        Case.of(
            "XML by its type",
            plain(INBOUND).with("Content-Type", "application/xml"),
            Answer.UNSUPPORTED_TYPE),
        Case.of("no type", plain(INBOUND).without("Content-Type"), Answer.UNSUPPORTED_TYPE),
        Case.of("other method", plain("").by("GET"), Answer.MALFORMED));
  }

  private static TestAccount account(
      String key, Map<String, String> settings, Map<String, String> secrets) {
    return TestAccount.sms("infobip", key, settings, secrets, "+447700900999");
  }

  private static WebhookCall plain(String body) {
    return InfobipWebhooks.plain(URL_ALONE.path(), body);
  }

  private static String stop(TestAccount account) {
    return message(account, ID, "+447700900123", "+447700900999", "STOP") + " consent=STOP";
  }

  private static String status(String id, int group, int status, String name) {
    return """
        {"results":[{"bulkId":"","messageId":"%s","to":"447700900123","status":{"groupId":%d,\
        "id":%d,"name":"%s"},"error":{"groupId":0,"groupName":"OK","id":0,"name":"NO_ERROR",\
        "permanent":false}}]}"""
        .formatted(id, group, status, name);
  }

  /** The elements of several calls in one. */
  private static String batch(String... calls) {
    return Stream.of(calls)
        .map(call -> call.substring(call.indexOf('[') + 1, call.lastIndexOf(']')))
        .collect(Collectors.joining(",", "{\"results\":[", "]}"));
  }
}
