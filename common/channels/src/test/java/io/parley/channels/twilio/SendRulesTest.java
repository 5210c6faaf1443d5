package io.parley.channels.twilio;

import static io.parley.channels.twilio.Samples.OURS;
import static io.parley.channels.twilio.Samples.outgoing;
import static io.parley.channels.twilio.Samples.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.OutgoingMessage;
import io.parley.channels.SendResult;
import io.parley.events.Channel;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerAddress.Kind;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import io.parley.events.MessageTemplate;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendRulesTest {

  private static final String TEMPLATE = "HX0123456789abcdef0123456789abcdef";

  private final TwilioSender sender = new TwilioSender();

  @ParameterizedTest
  @CsvSource({"x, 1600, true", "x, 1601, false", "📦, 1600, true", "📦, 1601, false"})
  void textHasUpTo1600Characters(String character, int count, boolean allowed) {
    // When
    Optional<SendResult.Refused> refused = check(MessageContent.ofText(character.repeat(count)));

    // Then
    assertThat(refused.isEmpty()).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({"SMS, 10, true", "SMS, 11, false", "WHATSAPP, 1, true", "WHATSAPP, 2, false"})
  void numberOfAttachmentsIsLimited(Channel channel, int count, boolean allowed) {
    // Given
    List<URI> media = Collections.nCopies(count, URI.create("https://files.example.org/a.jpg"));

    // When
    Optional<SendResult.Refused> refused =
        sender.check(outgoing(channel, new MessageContent("", media)), Map.of());

    // Then
    assertThat(refused.isEmpty()).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://files.example.org/a.jpg",
        "ftp://files.example.org/a.jpg",
        "/a.jpg",
        "https:/a.jpg",
        "https://user:secret@files.example.org/a.jpg"
      })
  void attachmentMustBePublicHttps(String url) {
    // When
    Optional<SendResult.Refused> refused = check(new MessageContent("", List.of(URI.create(url))));

    // Then
    assertThat(refused.orElseThrow().reason().cause()).isEqualTo(FailureCause.CONTENT_INVALID);
    assertThat(refused.orElseThrow().reason().text()).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "WHATSAPP, a.pdf, false",
    "WHATSAPP, a.OGG, false",
    "WHATSAPP, a.jpg, true",
    "WHATSAPP, a.mp4, true",
    "WHATSAPP, a, true",
    "SMS, a.pdf, true"
  })
  void textThatWhatsAppWouldDropIsNotSent(Channel channel, String file, boolean allowed) {
    // Given
    List<URI> media = List.of(URI.create("https://files.example.org/" + file));

    // When
    Optional<SendResult.Refused> refused =
        sender.check(outgoing(channel, new MessageContent("Your invoice", media)), Map.of());

    // Then
    assertThat(refused.isEmpty()).isEqualTo(allowed);
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void goodTemplateIsAllowed(Channel channel) {
    // When
    Optional<SendResult.Refused> refused =
        sender.check(outgoing(channel, template(Map.of("1", "Zoë", "2", "a    b"))), Map.of());

    // Then
    assertThat(refused).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "a\rb", "a\tb", "a     b"})
  void variableThatWhatsAppRefusesIsRefusedBeforeTheCall(String value) {
    // When
    Optional<SendResult.Refused> refused = check(template(Map.of("1", value)));

    // Then
    assertThat(refused.orElseThrow().reason().cause()).isEqualTo(FailureCause.TEMPLATE_INVALID);
    assertThat(refused.orElseThrow().reason().text()).contains("variable 1");
  }

  @Test
  void variableLongerThan1600CharactersIsRefused() {
    // When
    Optional<SendResult.Refused> refused = check(template(Map.of("1", "x".repeat(1_601))));

    // Then
    assertThat(refused).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sixteen_and_more_"})
  void nameOfAVariableHasUpTo16Characters(String name) {
    // When
    Optional<SendResult.Refused> refused = check(template(Map.of(name, "x")));

    // Then
    assertThat(refused).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"100, true", "101, false"})
  void numberOfVariablesIsLimited(int count, boolean allowed) {
    // Given
    Map<String, String> variables =
        IntStream.range(0, count)
            .boxed()
            .collect(Collectors.toMap(String::valueOf, String::valueOf));

    // When
    Optional<SendResult.Refused> refused = check(template(variables));

    // Then
    assertThat(refused.isEmpty()).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "order_ready", "HX01", "MM0123456789abcdef0123456789abcdef"})
  void templateIsNamedByItsContentSid(String reference) {
    // When
    Optional<SendResult.Refused> refused =
        check(MessageContent.ofTemplate(new MessageTemplate(reference, Map.of())));

    // Then
    assertThat(refused.orElseThrow().reason().cause()).isEqualTo(FailureCause.TEMPLATE_INVALID);
  }

  @Test
  void ourOwnNumberIsNoCustomer() {
    // When
    Optional<SendResult.Refused> refused =
        sender.check(outgoing(Channel.SMS, phone(OURS), MessageContent.ofText("Hi")), Map.of());

    // Then
    assertThat(refused.orElseThrow().reason().cause()).isEqualTo(FailureCause.RECIPIENT_INVALID);
  }

  @ParameterizedTest
  @CsvSource({
    "SMS, PHONE_NUMBER, +12065550142, true",
    "SMS, PHONE_NUMBER, 12065550142, false",
    "SMS, SHORT_CODE, 72345, false",
    "SMS, NAME, ACME, false",
    "SMS, BUSINESS_SCOPED_ID, NL.1349, false",
    "WHATSAPP, BUSINESS_SCOPED_ID, NL.1349, true",
    "WHATSAPP, PHONE_NUMBER, +31612345678, true",
    "WHATSAPP, NAME, ACME, false"
  })
  void recipientMustBeReachable(Channel channel, Kind kind, String value, boolean allowed) {
    // Given
    OutgoingMessage message =
        outgoing(channel, new CustomerAddress(kind, value), MessageContent.ofText("Hi"));

    // When
    Optional<SendResult.Refused> refused = sender.check(message, Map.of());

    // Then
    assertThat(refused.isEmpty()).isEqualTo(allowed);
  }

  private Optional<SendResult.Refused> check(MessageContent content) {
    return sender.check(outgoing(Channel.SMS, content), Map.of());
  }

  private static MessageContent template(Map<String, String> variables) {
    return MessageContent.ofTemplate(new MessageTemplate(TEMPLATE, variables));
  }
}
