package io.parley.ingress.provider;

import static io.parley.ingress.provider.Said.kept;
import static io.parley.ingress.provider.Said.message;
import static io.parley.ingress.provider.Said.receipt;

import io.parley.testing.ServersResource;
import io.parley.testing.azure.EventGridWebhooks;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The calls of providers/azure-communication-services.md. */
@QuarkusTest
@QuarkusTestResource(
    value = ServersResource.class,
    initArgs = @ResourceArg(name = "schema", value = "ingress"))
class AzureWebhooksTest {

  private static final String SECRET = "s3cr3t-s3cr3t-s3cr3t-s3cr3t-s3cr3t";
  private static final String PREVIOUS = "pr3vious-pr3vious-pr3vious-pr3vious";
  private static final String OTHER_SECRET = "0ther-0ther-0ther-0ther-0ther-0ther";
  private static final String CODE = "?code=" + SECRET;

  private static final EventGridWebhooks GRID =
      new EventGridWebhooks(
          "/subscriptions/1111/resourceGroups/rg1/providers/microsoft.communication"
              + "/communicationservices/demo-helpdesk",
          "ACS-SMS-PROD");

  private static final TestAccount ONE =
      TestAccount.sms(
          "azure",
          "acs_one",
          Map.of(),
          Map.of("webhookSecret", SECRET, "previousWebhookSecret", PREVIOUS),
          "+18335550142",
          "62345");
  private static final TestAccount STRICT =
      TestAccount.sms(
          "azure",
          "acs_strict",
          Map.of(
              "webhookHeader",
              "X-Webhook-Secret",
              "eventSubscriptionNames",
              "acs-sms-prod, acs-sms-test",
              "resourceId",
              GRID.resource()),
          Map.of("webhookSecret", OTHER_SECRET),
          "+18335550142");

  private static final String DATA =
      """
      {"messageId":"0f7b2c1e-7a5d-4b55-8f0c-6a8b8d3f0c01","from":"14255550177","to":\
      "18335550142","message":"Is my order on its way?","receivedTimestamp":\
      "2026-03-03T09:12:45.3200000Z","segmentCount":1}""";

  /** §8, Event Grid schema. */
  private static final String INBOUND =
      GRID.event("SMSReceived", "0f7b2c1e-7a5d-4b55-8f0c-6a8b8d3f0c01", DATA);

  private static final String REPORT_DATA =
      """
      {"messageId":"Outgoing_20260303091300c0ffee_noam","from":"18335550142","to":"+14255550177",\
      "deliveryStatus":"Failed","deliveryStatusDetails":"4007: recipient opted out",\
      "receivedTimestamp":"2026-03-03T09:13:02.2855749Z","deliveryAttempts":[{"timestamp":\
      "2026-03-03T09:13:01.9315918Z","segmentsSucceeded":0,"segmentsFailed":1}],\
      "Tag":"conv-91"}""";

  /** §8, CloudEvents schema. */
  private static final String REPORT =
      GRID.cloudEventOf("SMSDeliveryReportReceived", "a1f0", REPORT_DATA);

  private static final String REPORTED =
      receipt(ONE, "Outgoing_20260303091300c0ffee_noam", "REJECTED", "Failed") + " error=4007";
  private static final String OURS = "0193a2b4-0000-7000-8000-000000000771";

  private static final Desk DESK = new Desk(List.of(ONE, STRICT));

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
        Stream.of(INBOUND, REPORT, GRID.event("SMSDeliveryReportReceived", "1", REPORT_DATA))
            .flatMap(Damage::json)
            .map(body -> GRID.events(ONE.path() + CODE).saying(body)));
  }

  static Stream<Case> authenticCalls() {
    return Stream.of(
        Case.of("§8 message", GRID.events(ONE.path() + CODE, INBOUND), Answer.OK, asked(ONE)),
        Case.of(
            "§4.4 message again: the same event",
            GRID.events(ONE.path() + CODE, INBOUND).with("aeg-delivery-count", "1"),
            Answer.OK,
            asked(ONE)),
        Case.of(
            "§4.1 message as a CloudEvent",
            GRID.cloudEvent(ONE.path() + CODE, GRID.cloudEventOf("SMSReceived", "1", DATA)),
            Answer.OK,
            asked(ONE)),
        Case.of(
            "§4 one event without an array",
            GRID.events(ONE.path() + CODE).saying(INBOUND),
            Answer.OK,
            asked(ONE)),
        Case.of(
            "§4.2 message to a short code",
            GRID.events(
                ONE.path() + CODE, INBOUND.replace("18335550142\",\"message", "62345\",\"message")),
            Answer.OK,
            asked(ONE).replace("to +18335550142", "to 62345")),
        Case.of(
            "§6 STOP comes like any other message",
            GRID.events(ONE.path() + CODE, INBOUND.replace("Is my order on its way?", "Stop")),
            Answer.OK,
            asked(ONE).replace("Is my order on its way?", "Stop") + " consent=STOP"),
        Case.of("§8 report", GRID.cloudEvent(ONE.path() + CODE, REPORT), Answer.OK, REPORTED),
        Case.of(
            "§4.3 delivered, in PascalCase, with our id as its tag",
            GRID.events(
                ONE.path() + CODE,
                GRID.event(
                    "SMSDeliveryReportReceived",
                    "1",
                    "{\"MessageId\":\"Outgoing_1\",\"From\":\"18335550142\",\"To\":\"+14255550177\","
                        + "\"DeliveryStatus\":\"Delivered\",\"DeliveryStatusDetails\":\"No error.\","
                        + "\"Tag\":\""
                        + OURS
                        + "\"}")),
            Answer.OK,
            receipt(ONE, "Outgoing_1", "DELIVERED", "Delivered") + " ours=" + OURS),
        Case.of(
            "§5 carrier gives no receipts: not a failure",
            GRID.cloudEvent(ONE.path() + CODE, REPORT.replace("4007: recipient opted out", "5002")),
            Answer.OK,
            REPORTED.replace("REJECTED", "SENT").replace("4007", "5002")),
        Case.of(
            "§4.4 batch in Event Grid's schema",
            GRID.events(
                ONE.path() + CODE,
                INBOUND,
                "{\"odd\":1}",
                GRID.event("SMSDeliveryReportReceived", "2", REPORT_DATA)),
            Answer.OK,
            asked(ONE),
            kept(ONE, "neither an event of Event Grid's schema nor a CloudEvent"),
            REPORTED),
        Case.of(
            "§4 batch of CloudEvents",
            GRID.cloudEvents(
                ONE.path() + CODE, REPORT, GRID.cloudEventOf("SMSReceived", "1", DATA)),
            Answer.OK,
            REPORTED,
            asked(ONE)),
        Case.of(
            "§4 type that is not known",
            GRID.events(ONE.path() + CODE, GRID.event("ChatMessageReceived", "1", "{\"a\":1}")),
            Answer.OK),
        Case.of(
            "§4 subscription was deleted",
            GRID.events(ONE.path() + CODE, "{}").with("aeg-event-type", "SubscriptionDeletion"),
            Answer.OK),
        Case.of(
            "§4 subscription was deleted, older word",
            GRID.events(ONE.path() + CODE, "{}").with("aeg-event-type", "Unsubscribe"),
            Answer.OK),
        Case.of(
            "§4.5 handshake in Event Grid's schema",
            GRID.validation(ONE.path() + CODE, "5B1C2E0A-77"),
            json("{\"validationResponse\":\"5B1C2E0A-77\"}")),
        Case.of(
            "§4.5 handshake whose data is a text",
            GRID.events(
                ONE.path() + CODE,
                "{\"eventType\":\"Microsoft.EventGrid.SubscriptionValidationEvent\",\"data\":"
                    + "\"{\\\"validationCode\\\":\\\"5B1C2E0A-78\\\"}\"}"),
            json("{\"validationResponse\":\"5B1C2E0A-78\"}")),
        Case.of(
            "§4.5 handshake in the CloudEvents schema",
            EventGridWebhooks.options(ONE.path() + CODE, "eventgrid.azure.net"),
            Answer.OK
                .with("webhook-allowed-origin", "eventgrid.azure.net")
                .with("webhook-allowed-rate", "*")
                .with("allow", "POST, OPTIONS")),
        Case.of(
            "§4.5 handshake of somebody else",
            EventGridWebhooks.options(ONE.path() + CODE, "eventgrid.azure.net.example.org"),
            Answer.of(405, "").with("allow", "POST, OPTIONS")),
        Case.of(
            "§4.6 previous secret",
            GRID.events(ONE.path() + "?code=" + PREVIOUS, INBOUND),
            Answer.OK,
            asked(ONE)),
        Case.of(
            "§4.6 secret as a bearer token",
            GRID.events(ONE.path(), INBOUND).with("Authorization", "Bearer " + SECRET),
            Answer.OK,
            asked(ONE)),
        Case.of(
            "§4.6 secret in a header, subscription and resource as they should be",
            GRID.events(STRICT.path(), INBOUND).with("X-Webhook-Secret", OTHER_SECRET),
            Answer.OK,
            asked(STRICT)),
        Case.of(
            "§4.6 batch with another resource's event",
            GRID.events(STRICT.path(), INBOUND, INBOUND.replace("demo-helpdesk", "other"))
                .with("X-Webhook-Secret", OTHER_SECRET),
            Answer.OK,
            asked(STRICT),
            kept(STRICT, "an event of another resource")),
        Case.of(
            "§4.2 message to a number that is not configured",
            GRID.events(
                ONE.path() + CODE, INBOUND.replace("\"to\":\"18335550142", "\"to\":\"18335550999")),
            Answer.OK,
            kept(ONE, "the account has no address 18335550999")),
        Case.of(
            "§4.3 report with a status that is not known",
            GRID.cloudEvent(ONE.path() + CODE, REPORT.replace("\"Failed\"", "\"Lost\"")),
            Answer.OK,
            kept(ONE, "a delivery report whose deliveryStatus is not known")));
  }

  static Stream<Case> refusedCalls() {
    return Stream.of(
        Case.of("§4.6 no secret", GRID.events(ONE.path(), INBOUND), Answer.FORBIDDEN),
        Case.of(
            "§4.6 wrong secret", GRID.events(ONE.path() + CODE + "x", INBOUND), Answer.FORBIDDEN),
        Case.of(
            "other account's credentials",
            GRID.events(ONE.path() + "?code=" + OTHER_SECRET, INBOUND),
            Answer.FORBIDDEN),
        Case.of(
            "handshake without the secret",
            GRID.validation(ONE.path(), "5B1C2E0A-77"),
            Answer.FORBIDDEN),
        Case.of(
            "handshake by OPTIONS without the secret",
            EventGridWebhooks.options(ONE.path(), "eventgrid.azure.net"),
            Answer.FORBIDDEN),
        Case.of(
            "§4.6 another subscription",
            GRID.events(STRICT.path(), INBOUND)
                .with("X-Webhook-Secret", OTHER_SECRET)
                .with("aeg-subscription-name", "OTHER"),
            Answer.FORBIDDEN),
        Case.of(
            "§4.6 nothing but another resource's event",
            GRID.events(STRICT.path(), INBOUND.replace("demo-helpdesk", "other"))
                .with("X-Webhook-Secret", OTHER_SECRET),
            Answer.FORBIDDEN),
        Case.of(
            "not JSON by its type",
            GRID.events(ONE.path() + CODE, INBOUND).with("Content-Type", "text/plain"),
            Answer.UNSUPPORTED_TYPE),
        Case.of("not JSON", GRID.events(ONE.path() + CODE).saying("hello"), Answer.MALFORMED),
        Case.of(
            "other method", GRID.events(ONE.path() + CODE).saying("").by("GET"), Answer.MALFORMED));
  }

  private static String asked(TestAccount account) {
    return message(
        account,
        "0f7b2c1e-7a5d-4b55-8f0c-6a8b8d3f0c01",
        "+14255550177",
        "+18335550142",
        "Is my order on its way?");
  }

  private static Answer json(String body) {
    return Answer.of(200, body).with("content-type", "application/json");
  }
}
