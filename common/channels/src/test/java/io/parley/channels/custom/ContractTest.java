package io.parley.channels.custom;

import static io.parley.channels.custom.Samples.CALLBACK;
import static io.parley.channels.custom.Samples.NOW;
import static io.parley.channels.custom.Samples.RECEIVER;
import static io.parley.channels.custom.Samples.SENDER;
import static io.parley.channels.custom.Samples.SHARED_SECRET;
import static io.parley.channels.custom.Samples.account;
import static io.parley.channels.custom.Samples.answer;
import static io.parley.channels.custom.Samples.body;
import static io.parley.channels.custom.Samples.context;
import static io.parley.channels.custom.Samples.fromHarbour;
import static io.parley.channels.custom.Samples.harbour;
import static io.parley.channels.custom.Samples.message;
import static io.parley.channels.custom.Samples.outgoing;
import static io.parley.channels.custom.Samples.post;
import static io.parley.channels.custom.Samples.receive;
import static io.parley.channels.custom.Samples.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.LookUpResult;
import io.parley.channels.OpenAccount;
import io.parley.channels.ProviderRequest;
import io.parley.channels.Question;
import io.parley.channels.Reception;
import io.parley.channels.SendResult;
import io.parley.channels.WebhookRequest;
import io.parley.events.Channel;
import io.parley.events.ConsentSignal;
import io.parley.events.CustomerAddress;
import io.parley.events.MessageContent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that speaks the contract. */
class ContractTest {

  private static final MessageContent HI = MessageContent.ofText("Hi");
  private static final String INBOUND = Document.example("inbound");

  @Test
  void theDirectionIsPartOfTheSignature() {
    // Given
    ProviderRequest ours = request(harbour(), HI);
    WebhookRequest reflected =
        post("", null, Map.of("Parley-Signature", Samples.signature(ours)), body(ours));
    // When / Then
    assertThat(receive(harbour(), reflected)).isInstanceOf(Reception.NotAuthentic.class);
  }

  @ParameterizedTest
  @CsvSource({"300, true", "301, false", "-300, true", "-301, false"})
  void aSignatureIsGoodForFiveMinutes(long secondsLater, boolean accepted) {
    // When
    boolean refused =
        RECEIVER
            .authenticate(fromHarbour(INBOUND), harbour(), NOW.plusSeconds(secondsLater))
            .isPresent();
    // Then
    assertThat(refused).isEqualTo(!accepted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "t=1795165200", "t=x,v1=00", "t=99999999999999999999,v1=00", "v1"})
  void anUnfitSignatureIsRefused(String header) {
    // When / Then
    assertThat(receive(harbour(), post("", null, Map.of("Parley-Signature", header), INBOUND)))
        .isInstanceOf(Reception.NotAuthentic.class);
  }

  @Test
  void aChangedBodyIsRefused() {
    // Given
    WebhookRequest call = fromHarbour(INBOUND);
    WebhookRequest changed =
        new WebhookRequest(
            "POST",
            call.publicUrl(),
            "",
            null,
            call.headers(),
            INBOUND.replace("parcel", "Parcel").getBytes(UTF_8));
    // When / Then
    assertThat(receive(harbour(), changed)).isInstanceOf(Reception.NotAuthentic.class);
  }

  @Test
  void theOtherSecretVerifiesAndNeverSigns() {
    // Given
    OpenAccount account =
        account(
            Channel.CUSTOM,
            harbour().settings(),
            Map.of("sharedSecret", "a-new-secret-of-ours", "otherSharedSecret", SHARED_SECRET));
    // When
    String signature = Samples.signature(request(account, HI));
    // Then
    assertThat(receive(account, fromHarbour(INBOUND))).isInstanceOf(Reception.Understood.class);
    assertThat(signature)
        .isEqualTo(
            ContractSignature.sign(
                "a-new-secret-of-ours",
                ContractSignature.Direction.OUTBOUND,
                request(account, HI).body(),
                NOW));
  }

  @Test
  void anotherAccountsSecretDoesNotVerify() {
    // Given
    OpenAccount another =
        account(
            Channel.CUSTOM, harbour().settings(), Map.of("sharedSecret", "another-secret-here"));
    // When / Then
    assertThat(receive(another, fromHarbour(INBOUND))).isInstanceOf(Reception.NotAuthentic.class);
  }

  @Test
  void aTokenAuthenticatesBothWays() {
    // Given
    OpenAccount account = harbour("contractAuthentication", "token");
    Map<String, String> token = Map.of("Authorization", "bearer " + SHARED_SECRET);
    // When / Then
    assertThat(request(account, HI).headers())
        .containsEntry("Authorization", List.of("Bearer " + SHARED_SECRET));
    assertThat(receive(account, post("", null, token, INBOUND)))
        .isInstanceOf(Reception.Understood.class);
    assertThat(receive(account, post("", null, Map.of("Authorization", "Bearer x"), INBOUND)))
        .isInstanceOf(Reception.NotAuthentic.class);
    assertThat(receive(account, fromHarbour(INBOUND))).isInstanceOf(Reception.NotAuthentic.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                  | ChannelDefinitionId
          {"ChannelDefinitionId":"other","Message":{"text":"x"}}              | ChannelDefinitionId
          {"ChannelDefinitionId":"harbour-chat"}                              | neither a Message nor a Status
          {"ChannelDefinitionId":"harbour-chat","Message":{},"To":"x"}        | no address x
          {"ChannelDefinitionId":"harbour-chat","Message":{},"To":"desk-1"}   | without From
          {"ChannelDefinitionId":"harbour-chat","Status":"Sent","MessageId":"a"} | neither Delivered
          {"ChannelDefinitionId":"harbour-chat","Status":"Delivered"}         | neither RequestId
          7                                                                   | not JSON
          """)
  void whatMakesNoSenseIsKept(String body, String reason) {
    // When / Then
    assertThat(receive(harbour(), fromHarbour(body)))
        .isInstanceOfSatisfying(
            Reception.NotUnderstood.class, kept -> assertThat(kept.reason()).contains(reason));
  }

  @Test
  void anotherOrganisationIsKeptApart() {
    // Given
    OpenAccount account = harbour("organizationId", "org-1");
    String ours = INBOUND.replace("{\n  \"Channel", "{\"OrganizationId\":\"ORG-1\",\"Channel");
    // When / Then
    assertThat(receive(account, fromHarbour(INBOUND))).isInstanceOf(Reception.NotUnderstood.class);
    assertThat(receive(account, fromHarbour(ours))).isInstanceOf(Reception.Understood.class);
  }

  @Test
  void anArrayIsReadElementByElement() {
    // Given
    String batch = "[" + INBOUND + "," + Document.example("delivery-report") + ",{\"a\":1}]";
    // When
    Reception.Understood read = (Reception.Understood) receive(harbour(), fromHarbour(batch));
    // Then
    assertThat(read.messages()).hasSize(1);
    assertThat(read.receipts()).hasSize(1);
    assertThat(read.unread()).hasSize(1);
    assertThat(read.unread().getFirst().body()).isEqualTo("{\"a\":1}".getBytes(UTF_8));
  }

  @Test
  void aNumberWithPlusIsAPhoneNumberAndConsentCanBeSaid() {
    // Given
    String call =
        INBOUND
            .replace("visitor:77", "+31612345678")
            .replace("\"text\": \"Where", "\"colour\": \"red\", \"text\": \"Where")
            .replace("\"SentAt\"", "\"Consent\": \"stop\", \"SentAt\"");
    // When
    var message = message(receive(harbour(), fromHarbour(call)));
    // Then
    assertThat(message.from())
        .isEqualTo(new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, "+31612345678"));
    assertThat(message.consent()).isEqualTo(ConsentSignal.STOP);
    assertThat(message.attributes()).isEqualTo(Map.of("/Message/colour", "red"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | Sent    | Accepted
          201 | Sent    | Accepted
          200 | NotSent | Refused
          200 | Later   | Unknown
          204 |         | Unknown
          400 |         | Refused
          401 |         | Refused
          408 |         | Unknown
          429 |         | RetryLater
          500 |         | Unknown
          503 | NotSent | Unknown
          """)
  void anAnswerIsReadByTheContract(int status, String said, String expected) {
    // Given
    String body =
        said == null
            ? ""
            : Document.example("outbound-response-sent").replace("\"Sent\"", '"' + said + '"');
    // When
    SendResult result = SENDER.result(answer(status, body), outgoing(harbour(), HI), harbour());
    // Then
    assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"000000000003", "harbour-chat"})
  void anAnswerAboutAnotherMessageProvesNothing(String changed) {
    // Given
    String body = Document.example("outbound-response-sent").replace(changed, "000000000009");
    // When / Then
    assertThat(SENDER.result(answer(200, body), outgoing(harbour(), HI), harbour()))
        .isInstanceOf(SendResult.Unknown.class);
  }

  @Test
  void anUnclearCallIsRepeatedWithTheSameIdempotencyId() {
    // When
    Question question =
        SENDER
            .lookUp(
                outgoing(harbour(), HI),
                context(harbour()),
                CALLBACK,
                NOW.minus(Duration.ofHours(23)))
            .orElseThrow();
    // Then
    assertThat(question.kind()).isEqualTo(Question.Kind.REPEAT);
    assertThat(question.request().body()).isEqualTo(request(harbour(), HI).body());
    assertThat(
            SENDER.lookUp(
                outgoing(harbour(), HI),
                context(harbour()),
                CALLBACK,
                NOW.minus(Duration.ofHours(24))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | Sent    | Found
          200 | NotSent | Refused
          400 |         | Unanswered
          401 |         | Unanswered
          429 |         | Unanswered
          500 |         | Unanswered
          """)
  void onlyTheContractsWordProvesARefusalOfARepeatedCall(int status, String said, String expected) {
    // Given
    String body =
        said == null
            ? ""
            : Document.example("outbound-response-sent").replace("\"Sent\"", '"' + said + '"');
    // When
    LookUpResult result =
        SENDER.lookedUp(answer(status, body), outgoing(harbour(), HI), harbour(), NOW, List.of());
    // Then
    assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
  }

  @Test
  void aMessageToAnOpaqueCustomerIsNotRefused() {
    // When / Then
    assertThat(SENDER.check(outgoing(harbour(), HI), harbour().settings())).isEmpty();
  }
}
