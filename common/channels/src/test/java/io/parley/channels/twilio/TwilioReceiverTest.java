package io.parley.channels.twilio;

import static io.parley.channels.twilio.Samples.ACCOUNT_SID;
import static io.parley.channels.twilio.Samples.FORM;
import static io.parley.channels.twilio.Samples.INBOUND_BODY;
import static io.parley.channels.twilio.Samples.NOW;
import static io.parley.channels.twilio.Samples.SECOND_TOKEN;
import static io.parley.channels.twilio.Samples.SID;
import static io.parley.channels.twilio.Samples.STATUS_BODY;
import static io.parley.channels.twilio.Samples.TOKEN;
import static io.parley.channels.twilio.Samples.URL;
import static io.parley.channels.twilio.Samples.account;
import static io.parley.channels.twilio.Samples.message;
import static io.parley.channels.twilio.Samples.post;
import static io.parley.channels.twilio.Samples.receipt;
import static io.parley.channels.twilio.Samples.request;
import static io.parley.channels.twilio.Samples.signature;
import static io.parley.channels.twilio.Samples.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookRequest;
import io.parley.events.Channel;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is let in and what is refused. */
class TwilioReceiverTest {

  private static final String INBOUND_SIGNATURE = "FVczjAyngOAKWK67VV7547FyTKw=";
  private static final String JSON_BODY = "{\"event\":\"ping\",\"n\":1}";
  private static final String JSON_QUERY =
      "tenant=acme&bodySHA256=9239c422a41b555493841e492401a13c6081045f49bd7223f575c7e1f7d86f7f";
  private static final String JSON_SIGNATURE = "fSg4e5f5Ki20vuiqX4MrJS6BN1s=";
  private static final String GET_QUERY =
      "Body=Hi&From=%2B12065550142&MessageSid=SM0a1b2c3d4e5f60718293a4b5c6d7e8f9&To=%2B12065550100";

  private final TwilioReceiver receiver = new TwilioReceiver();
  private final OpenAccount account = account(Channel.SMS);

  @Test
  void documentedMessageIsAnsweredWithEmptyTwiml() {
    // Given
    WebhookRequest call =
        request("POST", URL, "", "tenant=acme", FORM, INBOUND_BODY, INBOUND_SIGNATURE);

    // When
    Reception reception = receiver.receive(call, account, NOW);

    // Then
    assertThat(((Reception.Understood) reception).answer())
        .isEqualTo(
            new WebhookAnswer(
                200,
                "text/xml; charset=utf-8",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>"));
    assertThat(message(reception).text()).isEqualTo("Héllo, where is order #42? 📦 ");
  }

  @Test
  void documentedStatusIsAnsweredWithNoContent() {
    // Given
    WebhookRequest call = post(URL, "/status", STATUS_BODY, "MNyym3W+eD+twPOMEyCfOQNt9+4=");

    // When
    Reception reception = receiver.receive(call, account, NOW);

    // Then
    assertThat(((Reception.Understood) reception).answer()).isEqualTo(WebhookAnswer.NO_CONTENT);
    assertThat(receipt(reception).errorCode()).isEqualTo("30005");
  }

  @Test
  void messageByGetIsReadFromTheQuery() {
    // Given
    WebhookRequest call =
        request("GET", URL, "", GET_QUERY, null, "", "hq3XZGY+rrpr1mJm/qdHCKW2k7U=");

    // When
    Reception reception = receiver.receive(call, account, NOW);

    // Then
    assertThat(message(reception).providerMessageId()).isEqualTo(SID);
  }

  @Test
  void bodyOfAGetIsNotReadBecauseNothingSignsIt() {
    // Given
    WebhookRequest call =
        request("GET", URL, "", GET_QUERY, FORM, "Body=Evil", "hq3XZGY+rrpr1mJm/qdHCKW2k7U=");

    // When
    Reception reception = receiver.receive(call, account, NOW);

    // Then
    assertThat(message(reception).text()).isEqualTo("Hi");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "AAAA", "FVczjAyngOAKWK67VV7547FyTKx="})
  void wrongOrMissingSignatureIsRefused(@Nullable String signature) {
    // Given
    WebhookRequest call = request("POST", URL, "", "tenant=acme", FORM, INBOUND_BODY, signature);

    // When
    Reception reception = receiver.receive(call, account, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotAuthentic.class);
  }

  @Test
  void refusalNamesTheExpectedUrlAndNeitherTokenNorQuery() {
    // Given
    WebhookRequest call = request("GET", URL, "", GET_QUERY, null, "", "wrong");

    // When
    Reception reception = receiver.receive(call, account, NOW);

    // Then
    assertThat(((Reception.NotAuthentic) reception).reason())
        .contains(URL)
        .doesNotContain(TOKEN, "Body=Hi", "2065550142");
  }

  @Test
  void refusalHasTheSignedUrlAsItIsWithPostAndWithoutTheCustomersWordsWithGet() {
    // Given
    WebhookRequest post = request("POST", URL, "", "tenant=acme", FORM, INBOUND_BODY, "wrong");
    WebhookRequest get = request("GET", URL, "", "From=%2B1&Body=Hi", null, "", "wrong");

    // When
    Reception.NotAuthentic posted = (Reception.NotAuthentic) receiver.receive(post, account, NOW);
    Reception.NotAuthentic got = (Reception.NotAuthentic) receiver.receive(get, account, NOW);

    // Then
    assertThat(posted.header()).isEqualTo(TwilioSignature.HEADER);
    assertThat(posted.signedUrl()).isEqualTo(URL + "?tenant=acme");
    assertThat(got.signedUrl()).isEqualTo(URL + "?From=…&Body=…");
  }

  @Test
  void addedParameterBreaksTheSignature() {
    // Given
    WebhookRequest call =
        request("POST", URL, "", "tenant=acme", FORM, INBOUND_BODY + "&X=1", INBOUND_SIGNATURE);

    // When
    Reception reception = receiver.receive(call, account, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotAuthentic.class);
  }

  @Test
  void unknownParametersAreSignedAndKept() {
    // When
    Reception reception = Samples.receive(Channel.SMS, "BrandNew", "yes");

    // Then
    assertThat(message(reception).attributes()).containsEntry("BrandNew", "yes");
  }

  @Test
  void secondTokenIsAccepted() {
    // Given
    OpenAccount rotating =
        account(
            Channel.SMS, Map.of(), Map.of("authToken", SECOND_TOKEN, "secondaryAuthToken", TOKEN));
    WebhookRequest call =
        request("POST", URL, "", "tenant=acme", FORM, INBOUND_BODY, INBOUND_SIGNATURE);

    // When
    Reception reception = receiver.receive(call, rotating, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.Understood.class);
  }

  @Test
  void accountWithoutTokenAcceptsNothing() {
    // Given
    OpenAccount open = account(Channel.SMS, Map.of(), Map.of());
    WebhookRequest call =
        request("POST", URL, "", "tenant=acme", FORM, INBOUND_BODY, INBOUND_SIGNATURE);

    // When
    Reception reception = receiver.receive(call, open, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotAuthentic.class);
  }

  @Test
  void callOfAnotherTwilioAccountIsRefused() {
    // When
    Reception reception =
        Samples.receive(Channel.SMS, "AccountSid", ACCOUNT_SID.replace("00", "99"));

    // Then
    assertThat(reception).isInstanceOf(Reception.NotAuthentic.class);
  }

  @Test
  void secondAccountSidDoesNotSmuggleACallIn() {
    // Given
    String body = INBOUND_BODY + "&AccountSid=AC99112233445566778899aabbccddeeff";
    WebhookRequest call = post(URL, "", body, signature(URL, body));

    // When
    Reception reception = receiver.receive(call, account, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotAuthentic.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Body=%zz", "Body=%C3%28", "{\"Body\":\"Hi\"}"})
  void bodyThatIsNoFormIsMalformed(String body) {
    // Given
    WebhookRequest call = post(URL, "", body, "AAAA");

    // When
    Reception reception = receiver.receive(call, account, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.Malformed.class);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "text/plain",
        "multipart/form-data; boundary=x",
        "application/xml",
        "application/x-www-form-urlencoded; charset=iso-8859-1",
        ";"
      })
  void otherContentTypesAreUnsupported(@Nullable String contentType) {
    // Given
    WebhookRequest call =
        request("POST", URL, "", "tenant=acme", contentType, INBOUND_BODY, INBOUND_SIGNATURE);

    // When
    Reception reception = receiver.receive(call, account, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.UnsupportedType.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "APPLICATION/X-WWW-FORM-URLENCODED; Charset=\"utf-8\"",
        "application/x-www-form-urlencoded;charset=UTF-8; version=1"
      })
  void formMayBeNamedInAnyWay(String contentType) {
    // Given
    WebhookRequest call =
        request("POST", URL, "", "tenant=acme", contentType, INBOUND_BODY, INBOUND_SIGNATURE);

    // When
    Reception reception = receiver.receive(call, account, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.Understood.class);
  }

  @Test
  void authenticJsonIsKeptAsNotUnderstood() {
    // Given
    WebhookRequest call =
        request("POST", URL, "", JSON_QUERY, "application/json", JSON_BODY, JSON_SIGNATURE);

    // When
    Reception reception = receiver.receive(call, account, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotUnderstood.class);
  }

  @Test
  void jsonWithAnotherBodyIsRefused() {
    // Given
    WebhookRequest call =
        request("POST", URL, "", JSON_QUERY, "application/json", JSON_BODY + " ", JSON_SIGNATURE);

    // When
    Reception reception = receiver.receive(call, account, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotAuthentic.class);
  }

  @Test
  void jsonWithoutHashIsRefusedHoweverItIsSigned() {
    // Given
    String signature = TwilioSignature.sign(TOKEN, URL, Map.of());
    WebhookRequest call = request("POST", URL, "", null, "application/json", JSON_BODY, signature);

    // When
    Reception reception = receiver.receive(call, account, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotAuthentic.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "HEAD"})
  void otherMethodsAreMalformed(String method) {
    // Given
    WebhookRequest call =
        request(method, URL, "", "tenant=acme", FORM, INBOUND_BODY, INBOUND_SIGNATURE);

    // When
    Reception reception = receiver.receive(call, account, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.Malformed.class);
  }

  @Test
  void authenticQueryThatIsNoFormIsNotUnderstood() {
    // Given
    String signature = TwilioSignature.sign(TOKEN, URL + "?Body=%zz", Map.of());
    WebhookRequest call = request("GET", URL, "", "Body=%zz", null, "", signature);

    // When
    Reception reception = receiver.receive(call, account, NOW);

    // Then
    assertThat(reception).isInstanceOf(Reception.NotUnderstood.class);
  }

  @Test
  void messagePostedToTheStatusUrlIsStillAMessage() {
    // Given
    WebhookRequest call =
        post(URL, "/status", INBOUND_BODY, signature(URL + "/status", INBOUND_BODY));

    // When
    Reception reception = receiver.receive(call, account, NOW);

    // Then
    assertThat(((Reception.Understood) reception).messages()).hasSize(1);
  }

  @Test
  void statusPostedToTheMessageUrlIsStillAReport() {
    // Given
    WebhookRequest call = post(URL, "", STATUS_BODY, signature(URL, STATUS_BODY));

    // When
    Reception reception = receiver.receive(call, account, NOW);

    // Then
    assertThat(((Reception.Understood) reception).receipts()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"'', 200", "/status, 204"})
  void authenticCallThatSaysNothingIsNotUnderstood(String subPath, int status) {
    // Given
    WebhookRequest call = signed(URL, subPath, Map.of("AccountSid", ACCOUNT_SID));

    // When
    Reception reception = receiver.receive(call, account, NOW);

    // Then
    assertThat(((Reception.NotUnderstood) reception).answer().status()).isEqualTo(status);
  }
}
