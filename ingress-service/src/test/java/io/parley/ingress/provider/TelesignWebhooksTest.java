package io.parley.ingress.provider;

import static io.parley.ingress.provider.Said.kept;
import static io.parley.ingress.provider.Said.message;
import static io.parley.ingress.provider.Said.receipt;
import static io.parley.testing.telesign.TelesignWebhooks.AUTHORIZATION;
import static io.parley.testing.telesign.TelesignWebhooks.SIGNATURE;

import io.parley.testing.ServersResource;
import io.parley.testing.telesign.TelesignWebhooks;
import io.parley.testing.webhook.WebhookCall;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The calls of providers/telesign.md. */
@QuarkusTest
@QuarkusTestResource(
    value = ServersResource.class,
    initArgs = @ResourceArg(name = "schema", value = "ingress"))
class TelesignWebhooksTest {

  private static final String KEY =
      "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==";
  private static final String NEXT_KEY = "cGFybGV5LW5leHQta2V5LW9mLXRoaXMtYWNjb3VudC0wMTIzNDU2Nzg5";
  private static final String OTHER_KEY =
      "b3RoZXIta2V5LW9mLWFub3RoZXItYWNjb3VudC0wMTIzNDU2Nzg5MDE=";

  private static final TelesignWebhooks TELESIGN =
      new TelesignWebhooks("0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9", KEY);
  private static final TelesignWebhooks OTHER =
      new TelesignWebhooks("1A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9", OTHER_KEY);

  private static final TestAccount ONE =
      TestAccount.sms(
          "telesign",
          "ts_one",
          Map.of("customerId", TELESIGN.customerId()),
          Map.of("apiKey", KEY, "secondaryApiKey", NEXT_KEY),
          "+12065550100",
          "44425");
  private static final TestAccount TWO =
      TestAccount.sms(
          "telesign",
          "ts_two",
          Map.of("customerId", OTHER.customerId()),
          Map.of("apiKey", OTHER_KEY),
          "+12065550200");

  /** §8.1. */
  private static final String INBOUND =
      """
      {"reference_id":"3A5C7E9F1B2D4F60718293A4B5C6D7E8","sub_resource":"mo_sms","errors":{},\
      "status":{"updated_on":"2025-03-04T09:15:26.415000Z","code":1500,"description":\
      "Delivered to customer"},"submit_timestamp":"2025-03-04T09:15:26.101000Z","user_response":\
      {"phone_number":"12065550142","sender_id":"12065550100","iso_country_code":"US",\
      "mo_message":"Is the shop open?","action":"generic","keyword":""}}""";

  private static final String INBOUND_SIGNATURE = "FmUnUQdsyQ+gFa/f6X4U55ZXpkGdsuZgqA8fQNkV6s0=";
  private static final String INBOUND_ID = "3A5C7E9F1B2D4F60718293A4B5C6D7E8";

  /** §8.2. */
  private static final String REPORT =
      """
      {"reference_id":"B1C2D3E4F5061728394A5B6C7D8E9F00","status":{"code":200,"description":\
      "Delivered to handset","updated_on":"2025-03-04T09:16:02.775000Z"},"submit_timestamp":\
      "2025-03-04T09:15:58.044000Z","external_id":"msg-771","additional_info":{"mcc":"310",\
      "mnc":"260","price":"0.0071","currency":"USD","message_parts_count":1}}""";

  private static final String REPORT_SIGNATURE = "jFP0FdPseXP4kksoNWTfqPwMMlNhD0p4NUwWTGwYVRg=";
  private static final String REPORT_ID = "B1C2D3E4F5061728394A5B6C7D8E9F00";
  private static final String OURS = "0193a2b4-0000-7000-8000-000000000771";

  private static final Desk DESK = new Desk(List.of(ONE, TWO));

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
        Stream.of(inbound("Is the shop open?", ""), REPORT)
            .flatMap(Damage::json)
            .map(body -> TELESIGN.signed(ONE.path(), body)));
  }

  static Stream<Case> authenticCalls() {
    String asked = message(ONE, INBOUND_ID, "+12065550142", "+12065550100", "Is the shop open?");
    String body = inbound("Is the shop open?", "");
    return Stream.of(
        Case.of("§4 message", TELESIGN.signed(ONE.path(), body), Answer.OK, asked),
        Case.of(
            "§4 message to a short code",
            TELESIGN.signed(
                ONE.path(),
                TelesignWebhooks.message("5A", "447700900123", "44425", "Hi", now(), "")),
            Answer.OK,
            message(ONE, "5A", "+447700900123", "44425", "Hi")),
        Case.of(
            "§4 message without a text",
            TELESIGN.signed(ONE.path(), inbound("", "")),
            Answer.OK,
            message(ONE, INBOUND_ID, "+12065550142", "+12065550100", "")),
        Case.of(
            "§2 message that only its code tells",
            TELESIGN.signed(ONE.path(), body.replace("\"sub_resource\":\"mo_sms\",", "")),
            Answer.OK,
            asked),
        Case.of(
            "§2.1 message again: the same event",
            TELESIGN.signed(ONE.path(), body),
            Answer.OK,
            asked),
        Case.of(
            "§4 old samples have an array of errors",
            TELESIGN.signed(ONE.path(), body.replace("\"errors\":{}", "\"errors\":[]")),
            Answer.OK,
            asked),
        Case.of(
            "§7 STOP by TeleSign's word",
            TELESIGN.signed(ONE.path(), inbound("no more", ",\"action\":\"stop\"")),
            Answer.OK,
            message(ONE, INBOUND_ID, "+12065550142", "+12065550100", "no more") + " consent=STOP"),
        Case.of(
            "§7 STOP by the customer's word",
            TELESIGN.signed(ONE.path(), inbound(" Arrêt ", "")),
            Answer.OK,
            message(ONE, INBOUND_ID, "+12065550142", "+12065550100", " Arrêt ") + " consent=STOP"),
        Case.of(
            "§8.2 report, as it is printed",
            TELESIGN.signed(ONE.path(), REPORT, REPORT_SIGNATURE),
            Answer.OK,
            receipt(ONE, REPORT_ID, "DELIVERED", "200")),
        Case.of(
            "§3 third vector: signed, and neither message nor report",
            TELESIGN.signed(
                ONE.path(),
                "{\"mo_message\":\"Grüße 📦\"}",
                "PK6H19uYVIR/rX+00R2SI+LZBu1cO1yl8N4ggeMdeKE="),
            Answer.OK,
            kept(ONE, "neither a message nor a delivery report of TeleSign")),
        Case.of(
            "§3 signature in Authorization alone",
            TELESIGN.signed(ONE.path(), REPORT).without(SIGNATURE),
            Answer.OK,
            receipt(ONE, REPORT_ID, "DELIVERED", "200")),
        Case.of(
            "§3 signature in X-TS-Authorization alone",
            TELESIGN.signed(ONE.path(), REPORT).without(AUTHORIZATION),
            Answer.OK,
            receipt(ONE, REPORT_ID, "DELIVERED", "200")),
        Case.of(
            "§3 the scheme and the customer's id in any case",
            TELESIGN
                .signed(ONE.path(), REPORT)
                .with(
                    AUTHORIZATION,
                    "tsa "
                        + TELESIGN.customerId().toLowerCase(Locale.ROOT)
                        + ":"
                        + REPORT_SIGNATURE),
            Answer.OK,
            receipt(ONE, REPORT_ID, "DELIVERED", "200")),
        Case.of(
            "§9 signed with the next key",
            new TelesignWebhooks(TELESIGN.customerId(), NEXT_KEY).signed(ONE.path(), REPORT),
            Answer.OK,
            receipt(ONE, REPORT_ID, "DELIVERED", "200")),
        report(203, "Delivered to gateway", "SENT", "203", ""),
        report(290, "Message in progress", "QUEUED", "290", ""),
        report(251, "No final receipt", "SENT", "251 (unconfirmed)", " error=251"),
        report(210, "Temporary phone error", "UNDELIVERED", "210", " error=210"),
        report(233, "High risk number", "REJECTED", "233", " error=233"),
        report(510, "Blocked by subscriber", "UNDELIVERED", "510", " error=510"),
        report(10000, "Unavailable", "FAILED", "10000", " error=10000"),
        Case.of(
            "§6 report that names our message in its URL alone",
            TELESIGN.signed(
                ONE.status() + "?message=" + OURS,
                TelesignWebhooks.report(REPORT_ID, 200, "Delivered", "")),
            Answer.OK,
            receipt(ONE, REPORT_ID, "DELIVERED", "200") + " ours=" + OURS),
        Case.of(
            "§6.1 unknown status code",
            TELESIGN.signed(
                ONE.path(), TelesignWebhooks.report(REPORT_ID, 7777, "Something new", OURS)),
            Answer.OK,
            kept(ONE, "a delivery report with the unknown status code 7777")),
        Case.of(
            "§4 message to a number that is not configured",
            TELESIGN.signed(
                ONE.path(),
                TelesignWebhooks.message("5B", "12065550142", "12065550999", "Hi", now(), "")),
            Answer.OK,
            kept(ONE, "the account has no address 12065550999")),
        Case.of(
            "§2 message of the omnichannel product",
            TELESIGN.signed(ONE.path(), body.replace("mo_sms", "mo_mms")),
            Answer.OK,
            kept(
                ONE,
                "a message of TeleSign's omnichannel product, which is not text (sub_resource"
                    + " mo_…)")),
        Case.of(
            "signed, and not JSON",
            TELESIGN.signed(ONE.path(), "Is the shop open?"),
            Answer.OK,
            kept(ONE, "neither a message nor a delivery report of TeleSign")),
        Case.of(
            "message of the other account",
            OTHER.signed(
                TWO.path(),
                TelesignWebhooks.message("5C", "12065550142", "12065550200", "Hi", now(), "")),
            Answer.OK,
            message(TWO, "5C", "+12065550142", "+12065550200", "Hi")));
  }

  static Stream<Case> refusedCalls() {
    String body = inbound("Is the shop open?", "");
    return Stream.of(
        refused(
            "§3 captured call, sent again much later",
            TELESIGN.signed(ONE.path(), INBOUND, INBOUND_SIGNATURE)),
        refused(
            "§3 not signed",
            TELESIGN.signed(ONE.path(), body).without(AUTHORIZATION).without(SIGNATURE)),
        refused(
            "§3 two signatures that differ",
            TELESIGN.signed(ONE.path(), body).with(SIGNATURE, INBOUND_SIGNATURE)),
        refused(
            "§3 written again by a proxy", TELESIGN.signed(ONE.path(), body).saying(body + "\n")),
        refused(
            "§3 another customer's id",
            TELESIGN
                .signed(ONE.path(), body)
                .with(AUTHORIZATION, "TSA " + OTHER.customerId() + ":" + TELESIGN.signature(body))),
        refused("§3 not Base64", TELESIGN.signed(ONE.path(), body, "%%%")),
        refused("other account's credentials", OTHER.signed(ONE.path(), body)),
        refused("call of one account at the other's URL", TELESIGN.signed(TWO.path(), body)),
        Case.of(
            "not JSON by its type",
            TELESIGN.signed(ONE.path(), body).with("Content-Type", "text/plain"),
            Answer.UNSUPPORTED_TYPE),
        Case.of(
            "no type",
            TELESIGN.signed(ONE.path(), body).without("Content-Type"),
            Answer.UNSUPPORTED_TYPE),
        Case.of("other method", TELESIGN.signed(ONE.path(), "").by("GET"), Answer.MALFORMED),
        Case.of(
            "method that nobody has",
            TELESIGN.signed(ONE.path(), body).by("PUT"),
            Answer.WRONG_METHOD));
  }

  private static Case report(int code, String words, String status, String word, String more) {
    return Case.of(
        "§6.1 report " + code,
        TELESIGN.signed(
            ONE.status() + "?message=" + OURS,
            TelesignWebhooks.report(REPORT_ID, code, words, OURS)),
        Answer.OK,
        receipt(ONE, REPORT_ID, status, word) + more + " ours=" + OURS);
  }

  private static Case refused(String name, WebhookCall call) {
    return Case.of(name, call, Answer.FORBIDDEN);
  }

  private static String inbound(String text, String more) {
    return TelesignWebhooks.message(INBOUND_ID, "12065550142", "12065550100", text, now(), more);
  }

  private static Instant now() {
    return Instant.now().minus(Duration.ofSeconds(2));
  }
}
