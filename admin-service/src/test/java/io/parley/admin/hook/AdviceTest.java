package io.parley.admin.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.CallbackUse;
import io.parley.channels.CallbackUse.Purpose;
import io.parley.events.Channel;
import io.parley.events.WebhookObserved;
import io.parley.events.WebhookObserved.Refused;
import io.parley.events.configuration.Account;
import io.parley.events.configuration.Account.PreviousKey;
import io.parley.events.configuration.Account.PreviousSecret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTest {

  private static final Instant AT = Instant.parse("2026-11-20T09:30:00Z");
  private static final Instant UNTIL = Instant.parse("2026-11-27T09:30:00Z");
  private static final String URL = "https://desk.example.org/webhooks/twilio/key";

  @Test
  void whereNothingHasComeTheAdviceSaysToEnterTheUrl() {
    // Given
    Hook hook = hook("In Twilio's console, at each number.", null, null, false);

    // When / Then
    assertThat(HookVerdict.of(hook.calls())).isEqualTo(HookVerdict.NOTHING_YET);
    assertThat(Advice.of(hook, HookVerdict.NOTHING_YET))
        .contains("Enter it at the provider")
        .doesNotContain("another path");
  }

  @Test
  void whereNothingIsToBeEnteredTheAdviceIsToSendAMessage() {
    // Given
    Hook hook = hook("Nowhere: Parley sends it with each message.", null, null, true);

    // When / Then
    assertThat(Advice.of(hook, HookVerdict.NOTHING_YET))
        .contains("Send a message from Parley")
        .contains("another path")
        .doesNotContain("Nowhere");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "403, X-Twilio-Signature, https://wrong.example/x, over exactly this URL: https://wrong.example/x",
        "403, X-Token, -, The header X-Token was missing or wrong",
        "403, -, -, The call was not authentic",
        "401, Authorization, -, The header Authorization",
        "400, -, -, not in the form",
        "415, -, -, not in the form",
        "503, -, -, could not be taken here"
      })
  void adviceFollowsTheRefusal(
      int status, @Nullable String header, @Nullable String signedUrl, String expected) {
    // Given
    Refused refused = new Refused(status, "why", header, signedUrl);
    Hook hook = hook("In Twilio's console.", null, call(AT, List.of(), false, refused), false);

    // When / Then
    assertThat(HookVerdict.of(hook.calls())).isEqualTo(HookVerdict.REFUSED);
    assertThat(Advice.of(hook, HookVerdict.REFUSED)).contains(expected);
  }

  @Test
  void earlierSecretAndUrlAreNamedWithTheirEnd() {
    // Given
    Hook hook =
        hook("In Twilio's console.", call(AT, List.of("authToken"), true, null), null, false);

    // When / Then
    assertThat(Advice.of(hook, HookVerdict.ARRIVED))
        .contains("earlier value of authToken, which works until " + UNTIL)
        .contains("earlier URL, which works until " + UNTIL);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, 0, ARRIVED", "1, 2, 0, REFUSED", "1, 1, 0, ARRIVED",
    "1, 2, 1, ARRIVED", "1, 2, 2, REFUSED", "1, 2, 3, NOTHING_YET"
  })
  void lastCallDecidesAndInATestOneAcceptedCallIsEnough(
      int accepted, int refused, int since, HookVerdict expected) {
    // Given
    Sightings.Calls calls =
        new Sightings.Calls(
            Optional.of(call(AT.plusSeconds(accepted), List.of(), false, null)),
            Optional.of(
                call(
                    AT.plusSeconds(refused),
                    List.of(),
                    false,
                    new Refused(403, "why", null, null))));

    // When / Then
    assertThat(since == 0 ? HookVerdict.of(calls) : HookVerdict.since(AT.plusSeconds(since), calls))
        .isEqualTo(expected);
  }

  private static WebhookObserved call(
      Instant at, List<String> earlierSecrets, boolean earlierKey, @Nullable Refused refused) {
    return new WebhookObserved(
        new UUID(0, 1),
        WebhookObserved.Purpose.INBOUND,
        at,
        "192.0.2.7",
        new UUID(0, 2),
        1,
        earlierSecrets,
        earlierKey,
        refused);
  }

  private static Hook hook(
      String where,
      @Nullable WebhookObserved accepted,
      @Nullable WebhookObserved refused,
      boolean elsewhere) {
    return new Hook(
        new Account(
            new UUID(0, 1),
            "Test",
            "twilio",
            Channel.SMS,
            "key",
            Map.of(),
            Map.of(),
            Map.of("authToken", new PreviousSecret("ciphertext", UNTIL)),
            new PreviousKey("former", UNTIL)),
        new CallbackUse(Purpose.INBOUND, "POST", "", where),
        URL,
        new Sightings.Calls(Optional.ofNullable(accepted), Optional.ofNullable(refused)),
        elsewhere);
  }
}
