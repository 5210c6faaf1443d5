package io.parley.channels.telesign;

import static io.parley.channels.telesign.Samples.API_KEY;
import static io.parley.channels.telesign.Samples.CUSTOMER_ID;
import static io.parley.channels.telesign.Samples.INBOUND;
import static io.parley.channels.telesign.Samples.INBOUND_SIGNATURE;
import static io.parley.channels.telesign.Samples.NOW;
import static io.parley.channels.telesign.Samples.OTHER_API_KEY;
import static io.parley.channels.telesign.Samples.REPORT;
import static io.parley.channels.telesign.Samples.REPORT_SIGNATURE;
import static io.parley.channels.telesign.Samples.account;
import static io.parley.channels.telesign.Samples.call;
import static io.parley.channels.telesign.Samples.sign;
import static io.parley.channels.telesign.Samples.tsa;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookRequest;
import io.parley.events.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackSignatureTest {

  static Stream<Arguments> vectors() {
    return Stream.of(
        Arguments.of(INBOUND, 402, INBOUND_SIGNATURE),
        Arguments.of(REPORT, 328, REPORT_SIGNATURE),
        Arguments.of(
            "{\"mo_message\":\"Grüße 📦\"}", 29, "PK6H19uYVIR/rX+00R2SI+LZBu1cO1yl8N4ggeMdeKE="));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void documentedVectorIsAuthentic(String body, int length, String signature) {
    // Given
    byte[] bytes = body.getBytes(UTF_8);

    // When
    Optional<String> refusal =
        CallbackSignature.refusal(call(bytes, "Authorization", tsa(signature)), account());

    // Then
    assertThat(bytes).hasSize(length);
    assertThat(refusal).isEmpty();
  }

  static Stream<Arguments> headers() {
    String good = INBOUND_SIGNATURE;
    String bad = REPORT_SIGNATURE;
    return Stream.of(
        Arguments.of(true, new String[] {"Authorization", tsa(good)}),
        Arguments.of(true, new String[] {"X-TS-Authorization", good}),
        Arguments.of(true, new String[] {"Authorization", tsa(good), "X-TS-Authorization", good}),
        Arguments.of(
            true,
            new String[] {
              "Authorization", "tsa " + CUSTOMER_ID.toLowerCase(Locale.ROOT) + ":" + good
            }),
        Arguments.of(false, new String[] {}),
        Arguments.of(false, new String[] {"Authorization", tsa(bad)}),
        Arguments.of(false, new String[] {"X-TS-Authorization", bad}),
        Arguments.of(false, new String[] {"Authorization", tsa(good), "X-TS-Authorization", bad}),
        Arguments.of(false, new String[] {"Authorization", tsa(bad), "X-TS-Authorization", good}),
        Arguments.of(false, new String[] {"Authorization", good}),
        Arguments.of(false, new String[] {"Authorization", "Basic " + good}),
        Arguments.of(false, new String[] {"Authorization", "TSA " + good}),
        Arguments.of(false, new String[] {"Authorization", "TSA :" + good}),
        Arguments.of(false, new String[] {"Authorization", "TSA "}),
        Arguments.of(
            false,
            new String[] {"Authorization", "TSA 0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8FA:" + good}),
        Arguments.of(false, new String[] {"Authorization", tsa("")}),
        Arguments.of(false, new String[] {"Authorization", tsa("%%%")}),
        Arguments.of(false, new String[] {"X-TS-Authorization", ""}));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void everyHeaderThatIsThereMustFit(boolean authentic, String[] headers) {
    // Given
    WebhookRequest call = call(INBOUND.getBytes(UTF_8), headers);

    // When
    Reception reception = new TelesignReceiver().receive(call, account(), NOW);

    // Then
    assertThat(reception)
        .isInstanceOf(authentic ? Reception.Understood.class : Reception.NotAuthentic.class);
  }

  @Test
  void bodyThatIsWrittenAnewIsRefused() {
    // Given
    byte[] body = INBOUND.replace("\":", "\": ").getBytes(UTF_8);

    // When
    Optional<String> refusal =
        CallbackSignature.refusal(call(body, "Authorization", tsa(INBOUND_SIGNATURE)), account());

    // Then
    assertThat(refusal).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"apiKey", "secondaryApiKey"})
  void oldAndNewKeyVerifyWhileTheKeyIsBeingChanged(String which) {
    // Given
    String other = which.equals("apiKey") ? "secondaryApiKey" : "apiKey";
    OpenAccount account = account(Map.of(which, API_KEY, other, OTHER_API_KEY));

    // When
    Optional<String> refusal =
        CallbackSignature.refusal(
            call(INBOUND.getBytes(UTF_8), "Authorization", tsa(INBOUND_SIGNATURE)), account);

    // Then
    assertThat(refusal).isEmpty();
  }

  @Test
  void anotherAccountsKeyNeverVerifies() {
    // Given
    OpenAccount another = account(Map.of("apiKey", OTHER_API_KEY));

    // When
    Optional<String> refusal =
        CallbackSignature.refusal(
            call(INBOUND.getBytes(UTF_8), "Authorization", tsa(INBOUND_SIGNATURE)), another);

    // Then
    assertThat(refusal).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "====", "-"})
  void missingOrBrokenKeyRefuses(String key) {
    // Given
    byte[] body = INBOUND.getBytes(UTF_8);
    OpenAccount account =
        new OpenAccount(
            Samples.ACCOUNT_ID,
            Channel.SMS,
            Map.of("customerId", CUSTOMER_ID),
            key.isEmpty() ? Map.of() : Map.of("apiKey", key),
            List.of());

    // When
    Optional<String> refusal =
        CallbackSignature.refusal(call(body, "Authorization", tsa(sign("AA==", body))), account);

    // Then
    assertThat(refusal).isPresent();
  }

  @Test
  void keyWithHyphensIsDecodedAsTelesignsToolsDo() {
    // When
    byte[] key = CallbackSignature.key("AAEC-AwQF-BgcI");

    // Then
    assertThat(key).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void refusalSaysNothingOfTheSignature() {
    // Given
    byte[] body = INBOUND.getBytes(UTF_8);

    // When
    Optional<String> refusal =
        CallbackSignature.refusal(call(body, "Authorization", tsa("c2VjcmV0")), account());

    // Then
    assertThat(refusal.orElseThrow()).doesNotContain("c2VjcmV0", INBOUND_SIGNATURE, API_KEY);
  }
}
