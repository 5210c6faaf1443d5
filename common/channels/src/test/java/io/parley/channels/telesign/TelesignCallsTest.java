package io.parley.channels.telesign;

import static io.parley.channels.telesign.Samples.API_KEY;
import static io.parley.channels.telesign.Samples.CUSTOMER;
import static io.parley.channels.telesign.Samples.CUSTOMER_ID;
import static io.parley.channels.telesign.Samples.MESSAGE_ID;
import static io.parley.channels.telesign.Samples.NOW;
import static io.parley.channels.telesign.Samples.OURS;
import static io.parley.channels.telesign.Samples.STATUS;
import static io.parley.channels.telesign.Samples.account;
import static io.parley.channels.telesign.Samples.context;
import static io.parley.channels.telesign.Samples.ours;
import static io.parley.channels.telesign.Samples.outgoing;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.parley.channels.CallContext;
import io.parley.channels.CheckStep;
import io.parley.channels.Endpoints;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderRequest;
import io.parley.channels.wire.FormBody;
import io.parley.channels.wire.MalformedFormException;
import io.parley.events.MessageContent;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelesignCallsTest {

  private static final String NONCE = "5d0c2b52-7f0a-4a9e-9a51-0c3f5b9e7a10";

  @Test
  void documentedPostIsSignedAsDocumented() {
    // Given
    byte[] body =
        ("phone_number=12065550142&message=We+open+at+9%3A00+%E2%80%94+see+you%21"
                + "&message_type=ARN&external_id=msg-771")
            .getBytes(UTF_8);

    // When
    Map<String, List<String>> headers =
        RequestDigest.headers(
            CUSTOMER_ID,
            API_KEY,
            "POST",
            URI.create("https://rest-api.telesign.com/v1/messaging"),
            "application/x-www-form-urlencoded",
            body,
            NOW,
            NONCE);

    // Then
    assertThat(headers)
        .containsOnly(
            entry(
                "Authorization",
                List.of(
                    "TSA 0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9:IqsncOZg56SjQBwTGeyAlL9MJCj/QmXue0f73ZSa/CI=")),
            entry("Date", List.of("Tue, 04 Mar 2025 09:15:57 GMT")),
            entry("x-ts-auth-method", List.of("HMAC-SHA256")),
            entry("x-ts-nonce", List.of(NONCE)));
  }

  @Test
  void documentedGetIsSignedAsDocumented() {
    // When
    Map<String, List<String>> headers =
        RequestDigest.headers(
            CUSTOMER_ID,
            API_KEY,
            "GET",
            URI.create(
                "https://rest-api.telesign.com/v1/messaging/00000000000000000000000000000000"),
            "",
            new byte[0],
            NOW,
            NONCE);

    // Then
    assertThat(headers.get("Authorization"))
        .containsExactly(
            "TSA 0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9://Jvol+7JhsI6dwXTJ3fqR0OGaz/hQup/K9tGKHjeXY=");
  }

  @Test
  void documentedBodyIsWrittenByteForByte() {
    // When
    ProviderRequest request =
        TelesignCalls.send(outgoing("We open at 9:00 — see you!"), context(account()), STATUS);

    // Then
    assertThat(new String(request.body(), UTF_8))
        .startsWith(
            "phone_number=12065550142&message=We+open+at+9%3A00+%E2%80%94+see+you%21"
                + "&message_type=ARN&external_id=");
  }

  @Test
  void messageHasEveryFieldAndBasicCredentials() throws MalformedFormException {
    // When
    ProviderRequest request = TelesignCalls.send(outgoing("Hi"), context(account()), STATUS);

    // Then
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.uri()).isEqualTo(URI.create("https://rest-api.telesign.com/v1/messaging"));
    assertThat(request.headers())
        .containsOnly(
            entry(
                "Authorization",
                List.of(
                    "Basic MEExQjJDM0QtNEU1Ri02MDcxLTgyOTMtQTRCNUM2RDdFOEY5OkFBRUNBd1FGQmdjSUNRb0xEQTBPRHhBUkVoTVVGUllYR0JrYUd4d2RIaDhnSVNJakpDVW1KeWdwS2lzc0xTNHZNREV5TXpRMU5qYzRPVG83UEQwK1B3PT0=")),
            entry("Accept", List.of("application/json")),
            entry("Content-Type", List.of("application/x-www-form-urlencoded")));
    assertThat(form(request))
        .containsOnly(
            entry("phone_number", "12065550142"),
            entry("message", "Hi"),
            entry("message_type", "ARN"),
            entry("external_id", MESSAGE_ID.toString()),
            entry("sender_id", "12065550100"),
            entry("callback_url", STATUS.toString()));
  }

  @Test
  void settingsGoIntoTheMessage() throws MalformedFormException {
    // Given
    CallContext context =
        context(
            account(
                "deliveryReports",
                "off",
                "messageType",
                "MKT",
                "accountLifecycleEvent",
                "transact",
                "isPrimary",
                "false",
                "dltEntityId",
                "E1",
                "dltTemplateId",
                "T1"));

    // When
    ProviderRequest request = TelesignCalls.send(outgoing("Hi"), context, STATUS);

    // Then
    assertThat(form(request))
        .doesNotContainKey("callback_url")
        .containsEntry("message_type", "MKT")
        .containsEntry("account_lifecycle_event", "transact")
        .containsEntry("is_primary", "false")
        .containsEntry("dlt_entity_id", "E1")
        .containsEntry("dlt_template_id", "T1");
  }

  @ParameterizedTest
  @CsvSource({
    "+12065550100, +12065550142, , 12065550100, 12065550142",
    "44425, +12065550142, , 44425, 12065550142",
    "SHOP24, +12065550142, , SHOP24, 12065550142",
    "+12065550100, +447911123456, 4407911123456, 12065550100, 4407911123456"
  })
  void numbersHaveNoPlus(
      String from, String to, @Nullable String replyTo, String senderId, String phoneNumber)
      throws MalformedFormException {
    // Given
    OutgoingMessage message = outgoing(ours(from), to, replyTo, MessageContent.ofText("Hi"));

    // When
    ProviderRequest request = TelesignCalls.send(message, context(account()), STATUS);

    // Then
    assertThat(form(request))
        .containsEntry("sender_id", senderId)
        .containsEntry("phone_number", phoneNumber);
  }

  @ParameterizedTest
  @CsvSource({
    "https://rest-ww.telesign.com, https://rest-ww.telesign.com/v1/messaging",
    "https://rest-ww.telesign.com/, https://rest-ww.telesign.com/v1/messaging"
  })
  void baseUrlIsTheAccounts(String baseUrl, String expected) {
    // When
    ProviderRequest request =
        TelesignCalls.send(outgoing("Hi"), context(account("baseUrl", baseUrl)), STATUS);

    // Then
    assertThat(request.uri()).hasToString(expected);
  }

  @Test
  void digestSignsWhereTheCallReallyGoes() {
    // Given
    Endpoints simulator = new Endpoints(URI.create("http://localhost:4711/telesign"));
    CallContext context =
        new CallContext(account("requestAuthentication", "digest"), simulator, NOW, null);

    // When
    ProviderRequest request = TelesignCalls.send(outgoing("Hi"), context, STATUS);

    // Then
    String nonce = Objects.requireNonNull(request.headers().get("x-ts-nonce")).getFirst();
    assertThat(request.uri()).hasToString("http://localhost:4711/telesign/v1/messaging");
    assertThat(request.headers())
        .containsAllEntriesOf(
            RequestDigest.headers(
                CUSTOMER_ID,
                API_KEY,
                "POST",
                request.uri(),
                "application/x-www-form-urlencoded",
                request.body(),
                NOW,
                nonce));
  }

  @Test
  void everyAttemptHasItsOwnNonce() {
    // Given
    CallContext first = context(account("requestAuthentication", "digest"));
    CallContext second =
        new CallContext(first.account(), Endpoints.REAL, NOW.plusNanos(1_000), null);

    // When
    var nonces =
        List.of(
            TelesignCalls.send(outgoing("Hi"), first, STATUS).headers().get("x-ts-nonce"),
            TelesignCalls.send(outgoing("Hi"), second, STATUS).headers().get("x-ts-nonce"),
            TelesignCalls.impossibleMessage(first).headers().get("x-ts-nonce"));

    // Then
    assertThat(nonces).doesNotHaveDuplicates();
  }

  @Test
  void checkAsksForAnImpossibleMessage() {
    // When
    CheckStep step = new TelesignAccountCheck().begin(context(account()));

    // Then
    ProviderRequest request = ((CheckStep.Ask) step).request();
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.uri())
        .hasToString("https://rest-api.telesign.com/v1/messaging/00000000000000000000000000000000");
    assertThat(request.headers()).containsKey("Authorization").doesNotContainKey("Content-Type");
    assertThat(request.body()).isEmpty();
  }

  @Test
  void nothingPrintsASecret() {
    // Given
    CallContext context = context(account());

    // When
    String printed =
        TelesignCalls.send(outgoing("Hi"), context, STATUS)
            + " "
            + new TelesignAccountCheck().begin(context)
            + context
            + new TelesignProvider().accountForm();

    // Then
    assertThat(printed).doesNotContain(API_KEY, "Basic ", "TSA ");
  }

  @Test
  void anotherAccountSignsWithItsOwnKey() {
    // Given
    OutgoingMessage message = outgoing(ours(OURS), CUSTOMER, null, MessageContent.ofText("Hi"));

    // When
    ProviderRequest one = TelesignCalls.send(message, context(account()), STATUS);
    ProviderRequest other =
        TelesignCalls.send(
            message, context(account(Map.of("apiKey", Samples.OTHER_API_KEY))), STATUS);

    // Then
    assertThat(one.headers().get("Authorization"))
        .isNotEqualTo(other.headers().get("Authorization"));
  }

  private static Map<String, String> form(ProviderRequest request) throws MalformedFormException {
    return FormBody.parse(request.body()).asMap().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().getFirst()));
  }
}
