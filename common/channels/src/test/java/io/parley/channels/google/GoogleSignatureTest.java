package io.parley.channels.google;

import static io.parley.channels.google.Samples.GBM_BODY;
import static io.parley.channels.google.Samples.GBM_SIGNATURE;
import static io.parley.channels.google.Samples.GBM_TOKEN;
import static io.parley.channels.google.Samples.JSON;
import static io.parley.channels.google.Samples.NOW;
import static io.parley.channels.google.Samples.RCS_DATA;
import static io.parley.channels.google.Samples.RCS_SIGNATURE;
import static io.parley.channels.google.Samples.RCS_TOKEN;
import static io.parley.channels.google.Samples.RECEIPTS_BODY;
import static io.parley.channels.google.Samples.RECEIPTS_SIGNATURE;
import static io.parley.channels.google.Samples.SECOND_TOKEN;
import static io.parley.channels.google.Samples.account;
import static io.parley.channels.google.Samples.call;
import static io.parley.channels.google.Samples.envelope;
import static io.parley.channels.google.Samples.sign;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookRequest;
import io.parley.events.Channel;
import io.parley.events.EventJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Vectors of providers/google-business-messages.md §3 and part II. */
class GoogleSignatureTest {

  private final GoogleReceiver receiver = new GoogleReceiver();

  @Test
  void bodiesAreTheDocumentedOnesByteForByte() throws NoSuchAlgorithmException {
    // When
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(GBM_BODY.getBytes(UTF_8));

    // Then
    assertThat(HexFormat.of().formatHex(hash))
        .isEqualTo("f651d108a7f6b76c56688a99dcb4abc61d58b3d5647b5c671e4e4fa34c321098");
    assertThat(RECEIPTS_BODY.getBytes(UTF_8)).hasSize(425);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "token-1 | {\"conversationId\":\"c-1\",\"requestId\":\"r-1\"} |"
            + " tB0YCc8ner2PF84JZCM79j6JtHqonpu4s3t5st5P2YNbmoU5kvodKvMZAjF7e4pbSWbPrjA0Dckxi4PGyF7iwg==",
        GBM_TOKEN + "|" + GBM_BODY + "|" + GBM_SIGNATURE,
        GBM_TOKEN + "|" + RECEIPTS_BODY + "|" + RECEIPTS_SIGNATURE
      })
  void documentedSignaturesFit(String token, String body, String signature) {
    // Given
    OpenAccount account =
        account(Channel.GOOGLE_BUSINESS_MESSAGES, Map.of(), Map.of("clientToken", token));

    // When
    Optional<Reception.Refusal> refusal =
        receiver.authenticate(call(body, signature), account, NOW);

    // Then
    assertThat(refusal).isEmpty();
  }

  @Test
  void rcsSignsTheDecodedEvent() {
    // Given
    WebhookRequest call = call(envelope(RCS_DATA), RCS_SIGNATURE);

    // When
    Optional<Reception.Refusal> refusal = receiver.authenticate(call, account(Channel.RCS), NOW);

    // Then
    assertThat(refusal).isEmpty();
  }

  @Test
  void rcsSignatureOverTheBase64TextIsRefused() {
    // Given
    String wrong = sign(RCS_TOKEN, RCS_DATA.getBytes(UTF_8));
    assertThat(wrong).startsWith("MWZ7UPPyYyf8");

    // When
    Optional<Reception.Refusal> refusal =
        receiver.authenticate(call(envelope(RCS_DATA), wrong), account(Channel.RCS), NOW);

    // Then
    assertThat(refusal).containsInstanceOf(Reception.NotAuthentic.class);
  }

  @Test
  void rcsSignatureOverTheRawBodyIsRefused() {
    // Given
    String body = envelope(RCS_DATA);

    // When
    Optional<Reception.Refusal> refusal =
        receiver.authenticate(
            call(body, sign(RCS_TOKEN, body.getBytes(UTF_8))), account(Channel.RCS), NOW);

    // Then
    assertThat(refusal).containsInstanceOf(Reception.NotAuthentic.class);
  }

  @Test
  void bodyThatWasParsedAndWrittenAgainIsRefused() throws JsonProcessingException {
    // Given
    String again = EventJson.mapper().readTree(GBM_BODY).toString();
    assertThat(again).isNotEqualTo(GBM_BODY);

    // When
    Optional<Reception.Refusal> refusal =
        receiver.authenticate(
            call(again, GBM_SIGNATURE), account(Channel.GOOGLE_BUSINESS_MESSAGES), NOW);

    // Then
    assertThat(refusal).containsInstanceOf(Reception.NotAuthentic.class);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "?", "AAAA", "bnVsbA==", GBM_SIGNATURE + "AA", RECEIPTS_SIGNATURE})
  void anotherSignatureOrNoneIsRefused(@Nullable String signature) {
    // When
    Optional<Reception.Refusal> refusal =
        receiver.authenticate(
            call(GBM_BODY, signature), account(Channel.GOOGLE_BUSINESS_MESSAGES), NOW);

    // Then
    assertThat(refusal)
        .get()
        .isInstanceOf(Reception.NotAuthentic.class)
        .extracting(Reception.Refusal::reason)
        .asString()
        .contains("X-Goog-Signature")
        .doesNotContain(GBM_TOKEN);
  }

  @Test
  void signatureOfASecondTokenIsAcceptedWhileItIsThere() {
    // Given
    byte[] body = GBM_BODY.getBytes(UTF_8);
    WebhookRequest call = call(GBM_BODY, sign(SECOND_TOKEN, body));
    OpenAccount changing =
        account(
            Channel.GOOGLE_BUSINESS_MESSAGES,
            Map.of(),
            Map.of("clientToken", GBM_TOKEN, "secondClientToken", SECOND_TOKEN));

    // When
    Optional<Reception.Refusal> during = receiver.authenticate(call, changing, NOW);
    Optional<Reception.Refusal> after =
        receiver.authenticate(call, account(Channel.GOOGLE_BUSINESS_MESSAGES), NOW);

    // Then
    assertThat(during).isEmpty();
    assertThat(after).containsInstanceOf(Reception.NotAuthentic.class);
  }

  @Test
  void accountWithoutATokenLetsNothingIn() {
    // Given
    OpenAccount account = account(Channel.GOOGLE_BUSINESS_MESSAGES, Map.of(), Map.of());

    // When
    Optional<Reception.Refusal> refusal =
        receiver.authenticate(call(GBM_BODY, GBM_SIGNATURE), account, NOW);

    // Then
    assertThat(refusal).containsInstanceOf(Reception.NotAuthentic.class);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, application/json, Malformed",
    "PUT, application/json, Malformed",
    "POST, text/plain, UnsupportedType",
    "POST, application/x-www-form-urlencoded, UnsupportedType",
    "POST, application/json; charset=ISO-8859-1, UnsupportedType",
  })
  void whatGoogleNeverSendsIsRefused(String method, String contentType, String refusal) {
    // Given
    WebhookRequest call = call(method, contentType, GBM_BODY.getBytes(UTF_8), GBM_SIGNATURE);

    // When
    Optional<Reception.Refusal> result =
        receiver.authenticate(call, account(Channel.GOOGLE_BUSINESS_MESSAGES), NOW);

    // Then
    assertThat(result.orElseThrow().getClass().getSimpleName()).isEqualTo(refusal);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {JSON, "application/json", "APPLICATION/JSON; charset=\"utf-8\""})
  void jsonIsAcceptedHoweverItIsNamed(@Nullable String contentType) {
    // Given
    WebhookRequest call = call("POST", contentType, GBM_BODY.getBytes(UTF_8), GBM_SIGNATURE);

    // When
    Optional<Reception.Refusal> refusal =
        receiver.authenticate(call, account(Channel.GOOGLE_BUSINESS_MESSAGES), NOW);

    // Then
    assertThat(refusal).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"message\":{}}", "{\"message\":{\"data\":\"*\"}}"})
  void rcsCallWithoutAnEventIsMalformed(String body) {
    // When
    Optional<Reception.Refusal> refusal =
        receiver.authenticate(call(body, RCS_SIGNATURE), account(Channel.RCS), NOW);

    // Then
    assertThat(refusal).containsInstanceOf(Reception.Malformed.class);
  }

  @Test
  void eventOfOneChannelIsNotAuthenticOnTheOther() {
    // Given
    byte[] event = Base64.getDecoder().decode(RCS_DATA);

    // When
    Optional<Reception.Refusal> refusal =
        receiver.authenticate(
            call("POST", JSON, event, sign(RCS_TOKEN, event)),
            account(Channel.GOOGLE_BUSINESS_MESSAGES),
            NOW);

    // Then
    assertThat(refusal).containsInstanceOf(Reception.NotAuthentic.class);
  }
}
