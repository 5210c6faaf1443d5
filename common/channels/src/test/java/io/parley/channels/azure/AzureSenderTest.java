package io.parley.channels.azure;

import static io.parley.channels.azure.Samples.CUSTOMER;
import static io.parley.channels.azure.Samples.KEY;
import static io.parley.channels.azure.Samples.MESSAGE_ID;
import static io.parley.channels.azure.Samples.NOW;
import static io.parley.channels.azure.Samples.STATUS;
import static io.parley.channels.azure.Samples.account;
import static io.parley.channels.azure.Samples.context;
import static io.parley.channels.azure.Samples.entraAccount;
import static io.parley.channels.azure.Samples.outgoing;
import static io.parley.channels.azure.Samples.phone;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.CallContext;
import io.parley.channels.Endpoints;
import io.parley.channels.OpenAccount;
import io.parley.channels.ProviderRequest;
import io.parley.channels.Question;
import io.parley.events.MessageContent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The call that sends a message (providers/azure-communication-services.md §2). */
class AzureSenderTest {

  private static final String REPEATABILITY_ID = "90f9314c-c55d-38d4-8c9e-ac2c415da864";

  private final AzureSender sender = new AzureSender();

  @Test
  void messageIsSentAsDocumented() {
    // When
    ProviderRequest request =
        sender.request(outgoing("Olá, your ticket #482 is ready ✅"), context(account()), STATUS);

    // Then
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.uri())
        .hasToString("https://" + Samples.HOST + "/sms?api-version=2021-03-07");
    assertThat(request.headers())
        .containsEntry("Content-Type", List.of("application/json"))
        .containsEntry("Accept", List.of("application/json"));
    assertThat(new String(request.body(), UTF_8))
        .isEqualTo(
            "{\"from\":\"+18335550142\",\"smsRecipients\":[{\"to\":\"+14255550177\","
                + "\"repeatabilityRequestId\":\""
                + REPEATABILITY_ID
                + "\",\"repeatabilityFirstSent\":\"Tue, 03 Mar 2026 09:05:04 GMT\"}],"
                + "\"message\":\"Olá, your ticket #482 is ready ✅\","
                + "\"smsSendOptions\":{\"enableDeliveryReport\":true,\"tag\":\""
                + MESSAGE_ID
                + "\"}}");
  }

  @Test
  void callIsSignedOverItsOwnBytes() {
    // When
    ProviderRequest request = sender.request(outgoing("Hi"), context(account()), STATUS);

    // Then
    assertThat(request.headers())
        .containsAllEntriesOf(
            RequestSignature.headers("POST", request.uri(), request.body(), NOW, KEY));
  }

  @Test
  void hostInFrontIsTheOneThatIsSigned() {
    // Given
    CallContext context =
        new CallContext(account(), new Endpoints(URI.create("http://localhost:18080")), NOW, null);

    // When
    ProviderRequest request = sender.request(outgoing("Hi"), context, STATUS);

    // Then
    assertThat(request.uri()).hasToString("http://localhost:18080/sms?api-version=2021-03-07");
    assertThat(request.headers())
        .containsAllEntriesOf(
            RequestSignature.headers("POST", request.uri(), request.body(), NOW, KEY));
  }

  @Test
  void laterAttemptRepeatsThePairAndIsSignedAnew() {
    // Given
    CallContext later = new CallContext(account(), Endpoints.REAL, NOW.plusSeconds(90), null);

    // When
    ProviderRequest first = sender.request(outgoing("Hi"), context(account()), STATUS);
    ProviderRequest second = sender.request(outgoing("Hi"), later, STATUS);

    // Then
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().get("x-ms-date")).isNotEqualTo(first.headers().get("x-ms-date"));
    assertThat(second.headers().get("Authorization"))
        .isNotEqualTo(first.headers().get("Authorization"));
  }

  @Test
  void settingsOfTheAccountGoIntoTheCall() {
    // Given
    OpenAccount account =
        account(
            Map.of(
                "apiVersion", "2026-01-23",
                "deliveryReportTimeoutSeconds", "600",
                "messagingConnectPartner", "infobip"),
            Map.of("messagingConnectApiKey", "partner-key"));

    // When
    ProviderRequest request = sender.request(outgoing("Hi"), context(account), STATUS);

    // Then
    assertThat(request.uri()).hasQuery("api-version=2026-01-23");
    assertThat(new String(request.body(), UTF_8))
        .contains(
            "\"deliveryReportTimeoutInSeconds\":600,"
                + "\"messagingConnect\":{\"apiKey\":\"partner-key\",\"partner\":\"infobip\"}}");
  }

  @Test
  void accountOfAnApplicationSendsItsTokenAndNoSignature() {
    // Given
    CallContext context = new CallContext(entraAccount(), Endpoints.REAL, NOW, "token-1");

    // When
    ProviderRequest request = sender.request(outgoing("Hi"), context, STATUS);

    // Then
    assertThat(request.headers())
        .containsEntry("Authorization", List.of("Bearer token-1"))
        .doesNotContainKeys("x-ms-date", "x-ms-content-sha256");
    assertThat(request.uri()).hasHost(Samples.HOST);
  }

  @Test
  void keyOfAnotherAccountSignsOtherwise() {
    // Given
    OpenAccount other =
        account(
            Map.of(),
            Map.of("connectionString", "endpoint=https://" + Samples.HOST + ";accesskey=b3RoZXI="));

    // When
    ProviderRequest ours = sender.request(outgoing("Hi"), context(account()), STATUS);
    ProviderRequest theirs = sender.request(outgoing("Hi"), context(other), STATUS);

    // Then
    assertThat(theirs.headers().get("Authorization"))
        .isNotEqualTo(ours.headers().get("Authorization"));
  }

  @ParameterizedTest
  @CsvSource({
    "+14255550177, , +14255550177",
    "+525512345678, 5215512345678, +5215512345678",
    "+525512345678, +5215512345678, +5215512345678"
  })
  void customerIsWrittenAsAzureWantsIt(String to, String replyTo, String expected) {
    // When
    ProviderRequest request =
        sender.request(
            outgoing(phone(to), replyTo, MessageContent.ofText("Hi")), context(account()), STATUS);

    // Then
    assertThat(new String(request.body(), UTF_8)).contains("\"to\":\"" + expected + "\"");
  }

  @Test
  void doubtfulCallIsRepeatedAsItWas() {
    // When
    Optional<Question> question =
        sender.lookUp(outgoing("Hi"), context(account()), STATUS, NOW.minusSeconds(60));

    // Then
    assertThat(question).map(Question::kind).contains(Question.Kind.REPEAT);
    assertThat(question.orElseThrow().request().body())
        .isEqualTo(sender.request(outgoing("Hi"), context(account()), STATUS).body());
  }

  @ParameterizedTest
  @CsvSource({
    ", PT5M, true",
    ", PT5M1S, false",
    "60, PT59M, true",
    "60, PT61M, false",
    "0, PT0S, false"
  })
  void callIsNotRepeatedWhenAzureMayHaveForgottenIt(
      String minutes, Duration age, boolean repeated) {
    // Given
    OpenAccount account =
        account(minutes == null ? Map.of() : Map.of("repeatWithinMinutes", minutes), Map.of());

    // When
    Optional<Question> question =
        sender.lookUp(outgoing("Hi"), context(account), STATUS, NOW.minus(age));

    // Then
    assertThat(question.isPresent()).isEqualTo(repeated);
  }

  @Test
  void nothingPrintsASecret() {
    // Given
    OpenAccount account =
        account(
            Map.of("messagingConnectPartner", "infobip"),
            Map.of("messagingConnectApiKey", "partner-key", "webhookSecret", Samples.SECRET));

    // When
    ProviderRequest request = sender.request(outgoing("Hi"), context(account), STATUS);

    // Then
    assertThat(
            account
                + " "
                + context(account)
                + " "
                + request
                + " "
                + sender.lookUp(outgoing("Hi"), context(account), STATUS, NOW))
        .doesNotContain(Samples.ACCESS_KEY, "partner-key", Samples.SECRET, "Signature", CUSTOMER);
  }
}
