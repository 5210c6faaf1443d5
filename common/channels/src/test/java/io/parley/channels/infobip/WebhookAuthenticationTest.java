package io.parley.channels.infobip;

import static io.parley.channels.infobip.Samples.API_KEY;
import static io.parley.channels.infobip.Samples.HOOK_SECRET;
import static io.parley.channels.infobip.Samples.INBOUND;
import static io.parley.channels.infobip.Samples.NOW;
import static io.parley.channels.infobip.Samples.URL;
import static io.parley.channels.infobip.Samples.account;
import static io.parley.channels.infobip.Samples.call;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookRequest;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAuthenticationTest {

  private static final String HEX =
      "dcf292c466d324b900a7b64daac8f0c71ea0f774497f89d64235ac56d0af10c1";
  private static final String BASE64 = "3PKSxGbTJLkAp7ZNqsjwxx6g93RJf4nWQjWsVtCvEME=";

  private final InfobipReceiver receiver = new InfobipReceiver();

  @Test
  void withoutSetUpTheUrlIsTheSecret() {
    // When
    Reception reception = receiver.receive(call(INBOUND), account(), NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.Understood.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        HEX,
        BASE64,
        "DCF292C466D324B900A7B64DAAC8F0C71EA0F774497F89D64235AC56D0AF10C1",
        "sha256=" + HEX,
        "SHA256=" + BASE64,
        "hmac-sha-256=" + HEX,
        " " + HEX + " "
      })
  void documentedVectorIsAuthenticHoweverItIsWritten(String signature) {
    // When
    Reception reception = receiver.receive(call(INBOUND, "X-Sign", signature), hmac(), NOW);

    // Then
    assertThat(INBOUND.getBytes(UTF_8)).hasSize(273);
    assertThat(reception).isInstanceOf(Reception.Understood.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sha256=",
        "xyz",
        "ecf292c466d324b900a7b64daac8f0c71ea0f774497f89d64235ac56d0af10c1",
        "3PKSxGbTJLkAp7ZNqsjwxx6g93RJf4nWQjWsVtCvEMA=",
        "dcf2"
      })
  void wrongHmacIsRefusedWithAChallenge(String signature) {
    // When
    Reception reception = receiver.receive(call(INBOUND, "X-Sign", signature), hmac(), NOW);

    // Then
    Reception.NotAuthentic refused = (Reception.NotAuthentic) reception;
    assertThat(refused.challenge()).isNotBlank();
    assertThat(refused.reason()).contains("X-Sign").doesNotContain(HOOK_SECRET, HEX);
  }

  @Test
  void missingHmacIsRefused() {
    // When
    Reception reception = receiver.receive(call(INBOUND), hmac(), NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotAuthentic.class);
  }

  @ParameterizedTest
  @CsvSource({
    "HMAC_MD5, HmacMD5", "HMAC_SHA_1, HmacSHA1", "HMAC_SHA_224, HmacSHA224",
    "HMAC_SHA_256, HmacSHA256", "HMAC_SHA_384, HmacSHA384", "HMAC_SHA_512, HmacSHA512"
  })
  void everyAlgorithmOfInfobipVerifies(String name, String algorithm)
      throws GeneralSecurityException {
    // Given
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(HOOK_SECRET.getBytes(UTF_8), algorithm));
    byte[] digest = mac.doFinal(INBOUND.getBytes(UTF_8));
    OpenAccount account =
        account(
            Map.of("apiKey", API_KEY, "webhookSecret", HOOK_SECRET),
            "webhookAuthentication",
            "hmac",
            "webhookHeader",
            "X-Sign",
            "webhookAlgorithm",
            name);

    // When
    List<Reception> receptions =
        List.of(
            receiver.receive(
                call(INBOUND, "x-sign", HexFormat.of().formatHex(digest)), account, NOW),
            receiver.receive(
                call(INBOUND, "X-SIGN", Base64.getEncoder().encodeToString(digest)), account, NOW));

    // Then
    assertThat(receptions).allMatch(Reception.Understood.class::isInstance);
  }

  @ParameterizedTest
  @CsvSource({
    "Basic aGVscDpkZXNrOnB3, true", // help:desk:pw
    "basic aGVscDpkZXNrOnB3, true",
    "Basic aGVscDp3cm9uZw==, false",
    "Basic b3RoZXI6ZGVzazpwdw==, false",
    "Bearer aGVscDpkZXNrOnB3, false",
    "'', false"
  })
  void basicCredentialsAreTheProfiles(String authorization, boolean authentic) {
    // Given
    OpenAccount account =
        account(
            Map.of("apiKey", API_KEY, "webhookPassword", "desk:pw"),
            "webhookAuthentication",
            "basic",
            "webhookUser",
            "help");

    // When
    Reception reception =
        receiver.receive(call(INBOUND, "Authorization", authorization), account, NOW);

    // Then
    assertThat(reception)
        .isInstanceOf(authentic ? Reception.Understood.class : Reception.NotAuthentic.class);
    if (reception instanceof Reception.NotAuthentic refused) {
      assertThat(refused.challenge()).startsWith("Basic ");
    }
  }

  @ParameterizedTest
  @CsvSource({"s3cret, true", "S3cret, false", "'', false"})
  void fixedHeaderMustHaveItsValue(String value, boolean authentic) {
    // Given
    OpenAccount account =
        account(
            Map.of("apiKey", API_KEY, "webhookHeaderValue", "s3cret"),
            "webhookAuthentication",
            "header",
            "webhookHeader",
            "X-Parley");

    // When
    Reception reception = receiver.receive(call(INBOUND, "X-Parley", value), account, NOW);

    // Then
    assertThat(reception)
        .isInstanceOf(authentic ? Reception.Understood.class : Reception.NotAuthentic.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"basic", "hmac", "header", "nonsense"})
  void missingSecretRefusesAndNeverSkips(String kind) {
    // Given
    OpenAccount account = account("webhookAuthentication", kind);

    // When
    Reception reception =
        receiver.receive(call(INBOUND, "Authorization", "Basic Og==", "X-Sign", HEX), account, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotAuthentic.class);
  }

  @Test
  void anotherAccountsSecretNeverVerifies() {
    // Given
    OpenAccount another =
        account(
            Map.of("apiKey", API_KEY, "webhookSecret", "infobip-hook-secret-2"),
            "webhookAuthentication",
            "hmac",
            "webhookHeader",
            "X-Sign");

    // When
    Reception reception = receiver.receive(call(INBOUND, "X-Sign", HEX), another, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotAuthentic.class);
  }

  @ParameterizedTest
  @CsvSource({"193.105.74.17, true", "20.108.54.3, true", "193.105.75.1, false", ", false"})
  void onlyListedCallersMayCallWhereThereIsAList(@Nullable String caller, boolean authentic) {
    // Given
    WebhookRequest call = call(INBOUND);
    WebhookRequest from =
        new WebhookRequest(call.method(), URL, "", null, call.headers(), call.body(), caller);

    // When
    Reception reception =
        receiver.receive(from, account("callbackAddresses", InfobipForm.PUBLISHED_ADDRESSES), NOW);

    // Then
    assertThat(reception)
        .isInstanceOf(authentic ? Reception.Understood.class : Reception.NotAuthentic.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "application/xml", "text/plain", "application/json;charset=utf-16"})
  void otherContentTypesAreRefused(String contentType) {
    // Given
    WebhookRequest call =
        new WebhookRequest(
            "POST",
            URL,
            "",
            null,
            Map.of("Content-Type", List.of(contentType)),
            INBOUND.getBytes(UTF_8));

    // When
    Reception reception = receiver.receive(call, account(), NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.UnsupportedType.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "OPTIONS"})
  void otherMethodsAreRefused(String method) {
    // Given
    WebhookRequest call =
        new WebhookRequest(method, URL, "", null, Map.of(), INBOUND.getBytes(UTF_8));

    // When
    Reception reception = receiver.receive(call, account(), NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.Malformed.class);
  }

  private static OpenAccount hmac() {
    return account(
        Map.of("apiKey", API_KEY, "webhookSecret", HOOK_SECRET),
        "webhookAuthentication",
        "hmac",
        "webhookHeader",
        "X-Sign");
  }
}
