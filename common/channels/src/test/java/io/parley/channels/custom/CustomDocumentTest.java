package io.parley.channels.custom;

import static io.parley.channels.custom.Samples.ACCOUNT_ID;
import static io.parley.channels.custom.Samples.ADDRESS_ID;
import static io.parley.channels.custom.Samples.CALLBACK;
import static io.parley.channels.custom.Samples.MESSAGE_ID;
import static io.parley.channels.custom.Samples.NOW;
import static io.parley.channels.custom.Samples.SENDER;
import static io.parley.channels.custom.Samples.SHARED_SECRET;
import static io.parley.channels.custom.Samples.answer;
import static io.parley.channels.custom.Samples.body;
import static io.parley.channels.custom.Samples.findings;
import static io.parley.channels.custom.Samples.fromHarbour;
import static io.parley.channels.custom.Samples.fromPigeon;
import static io.parley.channels.custom.Samples.harbour;
import static io.parley.channels.custom.Samples.message;
import static io.parley.channels.custom.Samples.outgoing;
import static io.parley.channels.custom.Samples.pigeon;
import static io.parley.channels.custom.Samples.receipt;
import static io.parley.channels.custom.Samples.receive;
import static io.parley.channels.custom.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.AccountForm.Field;
import io.parley.channels.ProviderRequest;
import io.parley.channels.Reception;
import io.parley.channels.SendResult;
import io.parley.events.Channel;
import io.parley.events.ConsentSignal;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerProfile;
import io.parley.events.FailureCause;
import io.parley.events.Media;
import io.parley.events.MessageContent;
import io.parley.events.MessageReceived;
import io.parley.events.ReceiptReceived;
import io.parley.events.ReceiptStatus;
import java.net.URI;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/custom-channel.md says is what happens. */
class CustomDocumentTest {

  @ParameterizedTest
  @ValueSource(strings = {"http-settings", "contract-settings"})
  void everySettingFitsTheForm(String example) {
    // Given
    Map<String, String> settings = Document.settings(example);
    // When / Then
    assertThat(settings)
        .allSatisfy(
            (name, value) -> {
              Field field = CustomForm.FORM.field(name).orElseThrow();
              assertThat(value).as(name).matches(Pattern.compile(field.pattern()));
              assertThat(field.secret()).isFalse();
            });
  }

  @Test
  void theExampleAccountsHaveNoFindings() {
    // When / Then
    assertThat(findings(pigeon())).isEmpty();
    assertThat(findings(harbour())).isEmpty();
  }

  @Test
  void theContractsCallIsMadeAsDocumented() {
    // When
    ProviderRequest request =
        request(
            harbour(),
            new MessageContent(
                "Your parcel is at the harbour.",
                List.of(URI.create("https://files.example.org/a.pdf"))));
    // Then
    assertThat(Document.parse(body(request))).isEqualTo(Document.json("outbound-request"));
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.uri()).hasToString("https://chat.harbour.example/parley");
  }

  @Test
  void theContractsSignatureIsTheDocumentedOne() {
    // Given
    ProviderRequest request = request(harbour(), MessageContent.ofText("Hi"));
    String expected =
        HexFormat.of()
            .formatHex(
                Samples.hmac("HmacSHA256", SHARED_SECRET, "1795165200.outbound." + body(request)));
    // When
    String header = Samples.signature(request);
    // Then
    assertThat("Parley-Signature: " + header)
        .isEqualTo(Document.example("signature").strip().replace("SIGNATURE", expected));
  }

  @Test
  void sentIsAccepted() {
    // When
    SendResult result =
        SENDER.result(
            answer(200, Document.example("outbound-response-sent")),
            outgoing(harbour(), MessageContent.ofText("Hi")),
            harbour());
    // Then
    assertThat(result).isEqualTo(new SendResult.Accepted("hc-4711"));
  }

  @Test
  void notSentIsRefusedWithItsMeaning() {
    // When
    SendResult result =
        SENDER.result(
            answer(200, Document.example("outbound-response-not-sent")),
            outgoing(harbour(), MessageContent.ofText("Hi")),
            harbour());
    // Then
    assertThat(result)
        .isInstanceOfSatisfying(
            SendResult.Refused.class,
            refused -> {
              assertThat(refused.optedOut()).isTrue();
              assertThat(refused.reason().cause()).isEqualTo(FailureCause.OPTED_OUT);
              assertThat(refused.reason().text()).endsWith("The visitor has left.");
            });
  }

  @Test
  void theContractsReportIsRead() {
    // When
    Reception reception = receive(harbour(), fromHarbour(Document.example("delivery-report")));
    // Then
    assertThat(receipt(reception))
        .isEqualTo(
            new ReceiptReceived(
                ACCOUNT_ID,
                "custom",
                "hc-4711",
                MESSAGE_ID,
                ReceiptStatus.UNDELIVERED,
                "NotDelivered",
                "RECIPIENT_UNREACHABLE",
                "Device is off",
                null,
                Map.of("/From", "desk-1"),
                NOW));
    assertThat(SENDER.meaningOf("RECIPIENT_UNREACHABLE").reason().cause())
        .isEqualTo(FailureCause.RECIPIENT_UNREACHABLE);
  }

  @Test
  void theContractsMessageIsRead() {
    // When
    Reception reception = receive(harbour(), fromHarbour(Document.example("inbound")));
    // Then
    assertThat(message(reception))
        .isEqualTo(
            new MessageReceived(
                ACCOUNT_ID,
                ADDRESS_ID,
                Channel.CUSTOM,
                "custom",
                "in-1",
                new CustomerAddress(CustomerAddress.Kind.BUSINESS_SCOPED_ID, "visitor:77"),
                null,
                "desk-1",
                "Where is my parcel?",
                List.of(new Media(URI.create("https://cdn.harbour.example/photo.jpg"), null)),
                null,
                null,
                null,
                null,
                CustomerProfile.UNKNOWN,
                null,
                Map.of(),
                Instant.parse("2026-11-20T08:59:58Z"),
                NOW));
    assertThat(((Reception.Understood) reception).answer().status()).isEqualTo(204);
  }

  @Test
  void theDeclaredBatchIsRead() {
    // When
    Reception reception = receive(pigeon(), fromPigeon("", null, Document.example("http-inbound")));
    // Then
    Reception.Understood understood = (Reception.Understood) reception;
    assertThat(understood.unread()).isEmpty();
    assertThat(understood.answer().body()).isEqualTo("{\"ok\":true}");
    assertThat(understood.answer().contentType()).isEqualTo("application/json");
    assertThat(understood.messages())
        .containsExactly(
            new MessageReceived(
                ACCOUNT_ID,
                ADDRESS_ID,
                Channel.SMS,
                "custom",
                "p-1",
                new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, "+12065550142"),
                null,
                "+12065550100",
                "Hello",
                List.of(new Media(URI.create("https://cdn.pigeon.example/1.jpg"), "image/jpeg")),
                null,
                null,
                null,
                null,
                CustomerProfile.UNKNOWN,
                null,
                Map.of("/weather", "rain"),
                Instant.parse("2026-11-20T08:59:58Z"),
                NOW),
            new MessageReceived(
                ACCOUNT_ID,
                ADDRESS_ID,
                Channel.SMS,
                "custom",
                "p-2",
                new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, "+12065550143"),
                null,
                "+12065550100",
                "No more, please",
                List.of(),
                null,
                null,
                null,
                null,
                CustomerProfile.UNKNOWN,
                ConsentSignal.STOP,
                Map.of("/wish", "leave"),
                null,
                NOW));
  }

  @Test
  void theDeclaredCallIsMade() {
    // When
    ProviderRequest request = request(pigeon(), MessageContent.ofText("He said \"fly\" & left."));
    // Then
    assertThat(Document.parse(body(request))).isEqualTo(Document.json("http-outbound-request"));
    assertThat(Document.text()).contains("`" + request.uri() + "`");
    assertThat(request.headers())
        .containsEntry("X-Api-Key", List.of(Samples.SEND_SECRET))
        .containsEntry("Content-Type", List.of("application/json"));
  }

  @Test
  void theDeclaredReportIsRead() {
    // When
    Reception reception =
        receive(
            pigeon(),
            fromPigeon("/status", CALLBACK.getRawQuery(), Document.example("http-receipt")));
    // Then
    ReceiptReceived receipt = receipt(reception);
    assertThat(receipt)
        .isEqualTo(
            new ReceiptReceived(
                ACCOUNT_ID,
                "custom",
                "pp-9",
                MESSAGE_ID,
                ReceiptStatus.UNDELIVERED,
                "lost",
                "RECIPIENT_INVALID:no-roof",
                "nowhere to land",
                null,
                Map.of(),
                NOW));
    assertThat(SENDER.meaningOf("RECIPIENT_INVALID:no-roof").reason())
        .satisfies(reason -> assertThat(reason.cause()).isEqualTo(FailureCause.RECIPIENT_INVALID))
        .satisfies(reason -> assertThat(reason.providerCode()).isEqualTo("no-roof"));
  }
}
