package io.parley.ingress.provider;

import static io.parley.ingress.provider.Said.kept;
import static io.parley.ingress.provider.Said.message;

import io.parley.testing.ServersResource;
import io.parley.testing.vibes.VibesWebhooks;
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

/** The calls of providers/vibes.md. */
@QuarkusTest
@QuarkusTestResource(
    value = ServersResource.class,
    initArgs = @ResourceArg(name = "schema", value = "ingress"))
class VibesWebhooksTest {

  private static final String SENT_ID = "0b9fb0f4-61d7-4c57-9f0e-3d9f4c6c2e77";
  private static final String OURS = "0193a2b4-0000-7000-8000-000000000771";

  private static final TestAccount ONE =
      account("vb_one", Map.of("inboundUsername", "mo-hook"), Map.of("inboundPassword", "Reef-77"));
  private static final TestAccount TWO =
      account("vb_two", Map.of("inboundUsername", "mo-hook"), Map.of("inboundPassword", "Reef:78"));
  private static final TestAccount URL_ALONE = account("vb_url", Map.of(), Map.of());

  /** §3. */
  private static final String INBOUND =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <moMessage messageId="5d0c9f9e-0b1a-4a35-8a0e-aa0a54f2d911" receiptDate="2026-02-11 13:42:10 +0000" attemptNumber="1">
        <source address="+13125550143" carrier="104" type="MDN"/>
        <destination address="73355" type="SC"/>
        <message>Where is my order?</message>
      </moMessage>
      """;

  /** §8. */
  private static final String STOP =
      "<moMessage messageId=\"77e0c1b2-3d44-4e0a-9b57-0c6c9a1e2f38\" receiptDate=\"2026-02-11"
          + " 19:51:40 +0000\" attemptNumber=\"2\"><source address=\"3125550143\" carrier=\"105\""
          + " type=\"MDN\"/><destination address=\"73355\" type=\"SC\"/><message><![CDATA[stop]]>"
          + "</message></moMessage>";

  /** §4. */
  private static final String RECEIPT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <mtMessageResponse messageId="0b9fb0f4-61d7-4c57-9f0e-3d9f4c6c2e77" submitterMessageId="01HPX3M8Z7Q4" receiptDate="2026-02-11T13:42:19.204-06:00">
        <multipart isMultipart="false" originalMessageId="" noOfParts="1" partNumber="1"/>
        <type>Handset</type>
        <status isError="false"><description>Reached the handset</description></status>
      </mtMessageResponse>
      """;

  /** §8. */
  private static final String FAILED =
      "<mtMessageResponse messageId=\"a7c1f6de-58b8-4b3c-9a2e-b1b0f2f0e4d5\" receiptDate="
          + "\"2026-02-11T13:50:01.771-06:00\"><type>Carrier</type><status isError=\"true\">"
          + "<description>Carrier did not take the message</description><errorCode>100</errorCode>"
          + "<internalErrorCode>8</internalErrorCode></status></mtMessageResponse>";

  private static final String ENTITY =
      "<!DOCTYPE m [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><moMessage messageId=\"1\"><source"
          + " address=\"+13125550143\"/><destination address=\"73355\"/><message>&x;</message>"
          + "</moMessage>";

  private static final Desk DESK = new Desk(List.of(ONE, TWO, URL_ALONE));

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
        Stream.of(INBOUND, STOP, RECEIPT, FAILED)
            .flatMap(Damage::text)
            .map(body -> VibesWebhooks.xml(URL_ALONE.path(), body)));
  }

  static Stream<Case> authenticCalls() {
    String asked =
        message(
            ONE,
            "5d0c9f9e-0b1a-4a35-8a0e-aa0a54f2d911",
            "+13125550143",
            "73355",
            "Where is my order?");
    return Stream.of(
        Case.of("§3 message", inbound(INBOUND), Answer.OK, asked),
        Case.of(
            "§3 message again: the same event",
            inbound(INBOUND.replace("attemptNumber=\"1\"", "attemptNumber=\"5\"")),
            Answer.OK,
            asked),
        Case.of(
            "§5 worked check of the Basic header",
            VibesWebhooks.xml(ONE.path(), INBOUND)
                .with("Authorization", "basic bW8taG9vazpSZWVmLTc3"),
            Answer.OK,
            asked),
        Case.of(
            "§1 password with a colon",
            VibesWebhooks.xml(TWO.path(), INBOUND).withBasic("mo-hook", "Reef:78"),
            Answer.OK,
            asked.replace("vb_one", "vb_two")),
        Case.of(
            "§8 STOP from a number without its country",
            inbound(STOP),
            Answer.OK,
            message(ONE, "77e0c1b2-3d44-4e0a-9b57-0c6c9a1e2f38", "+13125550143", "73355", "stop")
                + " consent=STOP"),
        Case.of(
            "§3 message without a text",
            inbound(INBOUND.replace("<message>Where is my order?</message>", "")),
            Answer.OK,
            asked.replace("Where is my order?", "")),
        Case.of(
            "§3 part of a long message",
            inbound(
                INBOUND.replace("<message>", "<longMessageInfo part=\"1\" of=\"2\"/><message>")),
            Answer.OK,
            asked),
        Case.of(
            "§4 receipt",
            receipt(RECEIPT),
            Answer.OK,
            Said.receipt(ONE, SENT_ID, "DELIVERED", "Handset")),
        Case.of(
            "§4 receipt about our message",
            receipt(RECEIPT.replace("01HPX3M8Z7Q4", OURS)),
            Answer.OK,
            Said.receipt(ONE, SENT_ID, "DELIVERED", "Handset") + " ours=" + OURS),
        Case.of(
            "§4 receipt that names our message in its URL alone",
            receipt(RECEIPT.replace("Handset", "Carrier")).at(ONE.status() + "?message=" + OURS),
            Answer.OK,
            Said.receipt(ONE, SENT_ID, "SENT", "Carrier") + " ours=" + OURS),
        Case.of(
            "§4 receipt about a part",
            receipt(
                RECEIPT.replace(
                    "isMultipart=\"false\" originalMessageId=\"\" noOfParts=\"1\" partNumber=\"1\"",
                    "isMultipart=\"true\" originalMessageId=\"whole-1\" noOfParts=\"3\""
                        + " partNumber=\"2\"")),
            Answer.OK,
            Said.receipt(ONE, "whole-1", "DELIVERED", "Handset") + " part=2/3"),
        Case.of(
            "§8 receipt of a failure",
            receipt(FAILED),
            Answer.OK,
            Said.receipt(ONE, "a7c1f6de-58b8-4b3c-9a2e-b1b0f2f0e4d5", "REJECTED", "Carrier error")
                + " error=8"),
        Case.of(
            "§3 message to a code that is not configured",
            inbound(INBOUND.replace("73355", "73356")),
            Answer.OK,
            kept(ONE, "the account has no address 73356")),
        Case.of(
            "§3 malformed XML is acknowledged, because it would only come again",
            inbound("<moMessage messageId="),
            Answer.OK,
            kept(ONE, "the body is not XML, or has a document type")),
        Case.of(
            "§3 document type",
            inbound(ENTITY),
            Answer.OK,
            kept(ONE, "the body is not XML, or has a document type")),
        Case.of(
            "§3 form of very old accounts",
            inbound("<deliver version=\"1.0\"><message text=\"hi\"/></deliver>"),
            Answer.OK,
            kept(ONE, "a message in the form of very old accounts (deliver)")),
        Case.of(
            "§4 receipt of a type that is not known",
            receipt(RECEIPT.replace("Handset", "Satellite")),
            Answer.OK,
            kept(ONE, "a receipt of an unknown type")),
        Case.of(
            "§5 message at the URL for receipts, which has no password",
            receipt(INBOUND),
            Answer.OK,
            kept(ONE, "a message at the URL for receipts, which needs no password")));
  }

  static Stream<Case> refusedCalls() {
    return Stream.of(
        Case.of("§5 no credentials", VibesWebhooks.xml(ONE.path(), INBOUND), Answer.BASIC),
        Case.of(
            "§5 wrong password",
            VibesWebhooks.xml(ONE.path(), INBOUND).withBasic("mo-hook", "Reef-7"),
            Answer.BASIC),
        Case.of(
            "other account's credentials",
            VibesWebhooks.xml(ONE.path(), INBOUND).withBasic("mo-hook", "Reef:78"),
            Answer.BASIC),
        Case.of(
            "§5 message below the URL, but not at the one for receipts",
            VibesWebhooks.xml(ONE.path() + "/status/x", INBOUND),
            Answer.BASIC),
        Case.of("other method", inbound(INBOUND).saying("").by("GET"), Answer.MALFORMED));
  }

  private static TestAccount account(
      String key, Map<String, String> settings, Map<String, String> secrets) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("username", "ops@harborbooks.example");
    return TestAccount.sms("vibes", key, all, secrets, "73355");
  }

  private static WebhookCall inbound(String body) {
    return VibesWebhooks.xml(ONE.path(), body).withBasic("mo-hook", "Reef-77");
  }

  private static WebhookCall receipt(String body) {
    return VibesWebhooks.xml(ONE.status(), body);
  }
}
