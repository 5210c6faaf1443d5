package io.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.testing.twilio.SignedWebhook;
import io.parley.testing.twilio.TwilioWebhooks;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator sets an account up, tests its webhook, and deletes its channel. */
@ExtendWith(RunningStack.class)
class HookSetUpTest {

  private static final String TOKEN = "0123456789abcdef0123456789abcdef";
  private final String accountSid = "AC" + UUID.randomUUID().toString().replace("-", "");
  private final String number =
      "+1206" + (2_000_000 + Math.floorMod(accountSid.hashCode(), 7_000_000));

  @Test
  void testOfAHookTellsARefusedCallFromASignedOne(SystemUnderTest system) {
    // Given
    Json admin = system.organisation().administrator();
    JsonNode account = account(admin);
    String hooks = "/api/v1/accounts/" + account.get("id").asText() + "/hooks";
    String url = Organisation.inboundUrl(account);
    JsonNode begun = admin.post(hooks + "/INBOUND/test", null).ok();

    // When
    assertThat(begun.get("verdict").asText()).isEqualTo("NOTHING_YET");
    await()
        .atMost(SystemUnderTest.PATIENCE)
        .until(() -> system.post(message(url, "f".repeat(32))) == 403);
    JsonNode refused = awaitVerdict(admin, hooks, "REFUSED");
    int status = system.post(message(url, TOKEN));
    JsonNode arrived = awaitVerdict(admin, hooks, "ARRIVED");

    // Then
    assertThat(refused.path("refused").path("signedUrl").asText()).isEqualTo(url);
    assertThat(refused.path("advice").asText()).contains(url);
    assertThat(status).isEqualTo(200);
    assertThat(arrived.get("listeningSince")).isEqualTo(begun.get("listeningSince"));
  }

  @Test
  void messageToADeletedChannelIsAcknowledgedAndDropped(SystemUnderTest system) {
    // Given
    Json admin = system.organisation().administrator();
    JsonNode account = account(admin);
    String id = account.get("id").asText();
    admin
        .post(
            "/api/v1/channel-addresses",
            Map.of("name", "Late", "accountId", id, "address", number, "type", "LONG_CODE"))
        .ok();

    // An ingress that has the account and not yet the address keeps the message as a dead letter.
    await()
        .atMost(SystemUnderTest.PATIENCE)
        .until(
            () ->
                admin
                    .get("/api/v1/configuration/version?wait=PT20S")
                    .ok()
                    .get("inForceEverywhere")
                    .asBoolean());

    // When
    String url = Organisation.inboundUrl(account);
    await().atMost(SystemUnderTest.PATIENCE).until(() -> system.post(message(url, TOKEN)) == 200);

    // Then
    await()
        .atMost(SystemUnderTest.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        system.sql(
                            "select reason from admin.message_drop where account_id = '%s'"
                                .formatted(id)))
                    .containsOnly("NO_CHANNEL_INSTANCE")
                    .isNotEmpty());
  }

  private JsonNode account(Json admin) {
    return admin
        .post(
            "/api/v1/accounts",
            Map.of(
                "name",
                "Hooks " + accountSid,
                "provider",
                "twilio",
                "channel",
                "SMS",
                "settings",
                Map.of("accountSid", accountSid),
                "secrets",
                Map.of("authToken", TOKEN)))
        .ok();
  }

  private SignedWebhook message(String url, String token) {
    return new TwilioWebhooks(accountSid, token)
        .message(
            url,
            "+14155550123",
            number,
            "Hi",
            "SM" + UUID.randomUUID().toString().replace("-", ""));
  }

  private static JsonNode awaitVerdict(Json admin, String hooks, String verdict) {
    return await()
        .atMost(SystemUnderTest.PATIENCE)
        .until(
            () -> admin.get(hooks + "/INBOUND/test").ok(),
            test -> verdict.equals(test.get("verdict").asText()));
  }
}
