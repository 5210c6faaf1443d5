package io.parley.outbound.journey;

import io.parley.events.DeliveryState;
import io.parley.events.FailureCause;
import io.parley.simulator.custom.AnswerSettings;
import io.parley.simulator.custom.Body;
import io.parley.simulator.custom.CallSettings;
import io.parley.simulator.custom.CustomSettings;
import io.parley.simulator.custom.Proof;
import io.parley.simulator.custom.SendSettings;
import io.parley.simulator.delivery.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A provider described by configuration alone; this one takes repeated ids once. */
@QuarkusTest
class CustomSendingTest extends SendingTable {

  private static final String SECRET = "sendSecret";

  @Override
  Business newBusiness() {
    return declared();
  }

  /** An account at a provider that takes texts, attachments and what a message answers. */
  static Business declared() {
    Map<String, String> settings = new HashMap<>();
    settings.put("form", "http");
    settings.put("media", "yes");
    settings.put("mediaCredentials", "yes");
    settings.put("callAuthentication", "none");
    settings.put("receiptsBy", "url");
    settings.put("messageId", "/id");
    settings.put("messageFrom", "/from");
    settings.put("messageText", "/text");
    settings.put("receiptProviderId", "/id");
    settings.put("receiptStatus", "/state");
    settings.put("receiptStatusValues", "sent = SENT\ndelivered = DELIVERED\nfailed = UNDELIVERED");
    settings.put("receiptErrorCode", "/code");
    settings.put(
        "sendUrl", "https://api.example.org/custom/http/" + Business.hex(6) + "/v2/messages");
    settings.put(
        "sendBody",
        "{\"ref\": \"{{messageId}}\", \"from\": \"{{from}}\", \"to\": \"{{to}}\", \"text\":"
            + " \"{{text}}\", \"files\": \"{{mediaUrls?}}\", \"answers\": \"{{answers?}}\"}");
    settings.put("sendAuthentication", "header");
    settings.put("sendAuthName", "X-Api-Key");
    settings.put("providerId", "/id");
    settings.put("errorCode", "/error/code");
    settings.put("errorText", "/error/message");
    settings.put("errorMeanings", "no-roof = RECIPIENT_INVALID\nunwanted = OPTED_OUT");
    settings.put("repeatable", "yes");
    return Business.sms("custom", settings, Map.of(SECRET, Business.hex(16)));
  }

  @Override
  void register(Business with) {
    simulator().custom().putAccount(accountAtProvider(with), atProvider(with));
  }

  static CustomSettings atProvider(Business with) {
    return new CustomSettings(
        new SendSettings(
            null,
            "/v2/messages",
            Body.Format.JSON,
            new Proof.Token("X-Api-Key", with.secret(SECRET)),
            Map.of(),
            Map.of("/to", "\\+[0-9]+"),
            Map.of("from", "/from", "to", "/to", "text", "/text", "clientId", "/ref"),
            SendSettings.Repeats.SAME_ID,
            new AnswerSettings(0, Map.of(), new Body(null, null, "{\"id\":\"{{id}}\"}")),
            null),
        null,
        new CallSettings(
            Endpoint.of(webhook(with) + "/status"),
            null,
            Map.of(),
            new Body(
                null, null, "{\"id\":\"{{id}}\",\"state\":\"{{status}}\",\"code\":\"{{code}}\"}"),
            null),
        List.of(),
        null,
        0,
        0,
        0,
        "/account");
  }

  @Override
  String simulated() {
    return "custom";
  }

  @Override
  String accountAtProvider(Business of) {
    return idOf(of);
  }

  static String idOf(Business of) {
    return of.setting("sendUrl").split("/")[5];
  }

  @Override
  Doubt doubt() {
    return Doubt.REPEATED;
  }

  @ParameterizedTest
  @CsvSource({"no-roof, 0, RECIPIENT_INVALID", "unwanted, 422, OPTED_OUT"})
  void refusalIsFinalAndSaysWhy(String code, int status, FailureCause cause) {
    assertRefused(code, status, cause);
  }

  @ParameterizedTest
  @CsvSource({"no-roof, UNDELIVERED, RECIPIENT_INVALID"})
  void reportedFailureSaysWhy(String code, DeliveryState state, FailureCause cause) {
    assertFailsLater(code, state, cause);
  }
}
