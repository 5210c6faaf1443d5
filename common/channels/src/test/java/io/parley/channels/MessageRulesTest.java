package io.parley.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.Channel;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerAddress.Kind;
import io.parley.events.MessageContent;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageRulesTest {

  private static final ChannelAddress OURS =
      new ChannelAddress(
          UUID.fromString("00000000-0000-4000-8000-000000000002"),
          UUID.fromString("00000000-0000-4000-8000-000000000001"),
          Channel.SMS,
          "+12065550100",
          "Desk",
          SenderType.LONG_CODE);

  @ParameterizedTest
  @CsvSource({
    "PHONE_NUMBER, +12065550142, ",
    "PHONE_NUMBER, +12065550100, our own number",
    "PHONE_NUMBER, +1206, phone number",
    "SHORT_CODE, 72345, phone number",
    "NAME, Bank, phone number",
    "BUSINESS_SCOPED_ID, 12065550142, phone number"
  })
  void onlyPhoneNumbersCanBeWrittenTo(Kind kind, String to, @Nullable String refusal) {
    // When
    Optional<String> said = textOnly(kind, to, MessageContent.ofText("Hi"));

    // Then
    if (refusal == null) {
      assertThat(said).isEmpty();
    } else {
      assertThat(said.orElseThrow()).contains(refusal);
    }
  }

  @ParameterizedTest
  @CsvSource({"📦📦, true", "📦📦📦, false", "'', true"})
  void lengthCountsWholeCharacters(String text, boolean fits) {
    // Then
    assertThat(MessageRules.notLonger(text, 2).isEmpty()).isEqualTo(fits);
  }

  @Test
  void attachmentsAreFewAndPublic() {
    // Given
    URI file = URI.create("https://files.example/a.pdf");

    // Then
    assertThat(MessageRules.attachments(List.of(file), 1)).isEmpty();
    assertThat(MessageRules.attachments(List.of(file, file), 1)).isPresent();
    Stream.of("http://files.example/a", "https://u:p@files.example/a", "https:/a", "ftp://h/a")
        .forEach(
            url -> assertThat(MessageRules.attachments(List.of(URI.create(url)), 1)).isPresent());
  }

  private static Optional<String> textOnly(Kind kind, String to, MessageContent content) {
    OutgoingMessage message =
        new OutgoingMessage(
            UUID.fromString("00000000-0000-4000-8000-000000000003"),
            OURS,
            new CustomerAddress(kind, to),
            null,
            content,
            null,
            Instant.parse("2026-11-20T09:00:00Z"));
    return MessageRules.textOnly(message).map(reason -> reason.text());
  }
}
