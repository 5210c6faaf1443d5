package io.parley.channels.azure;

import static io.parley.channels.azure.Samples.CUSTOMER;
import static io.parley.channels.azure.Samples.OURS;
import static io.parley.channels.azure.Samples.outgoing;
import static io.parley.channels.azure.Samples.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.OutgoingMessage;
import io.parley.channels.SendResult;
import io.parley.events.Attachment;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerAddress.Kind;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import io.parley.events.MessageTemplate;
import io.parley.events.Suggestion;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendRulesTest {

  @Test
  void textToANumberIsSent() {
    // When
    Optional<SendResult.Refused> refusal = check(outgoing("Hi ✅"));

    // Then
    assertThat(refusal).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a, 2048, true",
    "a, 2049, false",
    "é, 1024, true",
    "é, 1025, false",
    "✅, 683, false"
  })
  void lengthCountsBytes(String letter, int times, boolean sent) {
    // When
    Optional<SendResult.Refused> refusal = check(outgoing(letter.repeat(times)));

    // Then
    assertThat(refusal.isEmpty()).isEqualTo(sent);
  }

  @ParameterizedTest
  @MethodSource
  void contentThatIsNotCarriedIsRefused(MessageContent content, FailureCause cause, String text) {
    // When
    Optional<SendResult.Refused> refusal = check(outgoing(phone(CUSTOMER), null, content));

    // Then
    assertThat(refusal.orElseThrow().reason().cause()).isEqualTo(cause);
    assertThat(refusal.orElseThrow().reason().text()).contains(text);
  }

  static Stream<Arguments> contentThatIsNotCarriedIsRefused() {
    Attachment file = new Attachment(new UUID(0, 1), "a.pdf", "application/pdf", 1);
    return Stream.of(
        Arguments.of(
            MessageContent.ofTemplate(new MessageTemplate("HX1", Map.of())),
            FailureCause.TEMPLATE_INVALID,
            "Templates"),
        Arguments.of(
            new MessageContent("x", List.of(URI.create("https://a.example/b.png"))),
            FailureCause.CONTENT_INVALID,
            "Attachments"),
        Arguments.of(
            new MessageContent("x", List.of(), null, List.of(file), List.of(), List.of()),
            FailureCause.CONTENT_INVALID,
            "Attachments"),
        Arguments.of(
            new MessageContent("x", List.of(), null, List.of(), List.of(), List.of(suggestion())),
            FailureCause.CONTENT_INVALID,
            "suggestions"));
  }

  @ParameterizedTest
  @CsvSource({"SHORT_CODE, 62345", "NAME, Bank", "BUSINESS_SCOPED_ID, NL.1", "PHONE_NUMBER, 12"})
  void onlyNumbersCanBeWrittenTo(Kind kind, String value) {
    // Given
    CustomerAddress to = new CustomerAddress(kind, value);

    // When
    Optional<SendResult.Refused> refusal = check(outgoing(to, null, MessageContent.ofText("Hi")));

    // Then
    assertThat(refusal.orElseThrow().reason().cause()).isEqualTo(FailureCause.RECIPIENT_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {OURS})
  void nobodyWritesToThemselves(String to) {
    // When
    Optional<SendResult.Refused> refusal =
        check(outgoing(phone(to), null, MessageContent.ofText("Hi")));

    // Then
    assertThat(refusal.orElseThrow().reason().text()).contains("our own number");
  }

  private static Suggestion suggestion() {
    return new Suggestion(Suggestion.Kind.REPLY, "Yes", "yes", null, null);
  }

  private static Optional<SendResult.Refused> check(OutgoingMessage message) {
    return new AzureSender().check(message, Map.of());
  }
}
