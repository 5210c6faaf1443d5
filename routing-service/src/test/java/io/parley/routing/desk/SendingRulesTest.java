package io.parley.routing.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.channels.Capabilities;
import io.parley.channels.Capabilities.TextUnit;
import io.parley.events.Attachment;
import io.parley.events.MessageContent;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingRulesTest {

  @ParameterizedTest
  @CsvSource({
    "CHARACTERS, é, 10, true",
    "CHARACTERS, é, 11, false",
    "CHARACTERS, 😀, 10, true",
    "UTF8_BYTES, é, 5, true",
    "UTF8_BYTES, é, 6, false"
  })
  void lengthCountsInTheUnitOfTheChannel(TextUnit unit, String letter, int count, boolean fits) {
    // Given
    MessageContent content = MessageContent.ofText(letter.repeat(count));

    // Then
    if (fits) {
      assertThatCode(() -> SendingRules.require(content, channel(unit))).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> SendingRules.require(content, channel(unit)))
          .hasMessageContaining("at most 10");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a.png, true",
    "a.PNG, true",
    "a.tar.png, true",
    "a.exe, false",
    "png, false",
    "a., false"
  })
  void extensionDecidesAboutAnAttachment(String name, boolean allowed) {
    // When
    Optional<String> why = SendingRules.whyNotAttached(name, channel(TextUnit.CHARACTERS));

    // Then
    assertThat(why.isEmpty()).isEqualTo(allowed);
  }

  @Test
  void nothingIsAttachedWhereNothingIsKnownOfTheChannel() {
    assertThat(SendingRules.whyNotAttached("a.png", Optional.empty()))
        .hasValue("attachments are not possible on this channel");
  }

  @Test
  void moreAttachmentsThanTheChannelCarriesAreRefused() {
    // Given
    Attachment file = new Attachment(UUID.randomUUID(), "a.png", "image/png", 3);
    MessageContent content =
        new MessageContent("", List.of(), null, Collections.nCopies(3, file), List.of(), List.of());

    // Then
    assertThatThrownBy(() -> SendingRules.require(content, channel(TextUnit.CHARACTERS)))
        .hasMessageContaining("at most 2 attachments");
  }

  private static Optional<Capabilities> channel(TextUnit unit) {
    return Optional.of(new Capabilities(Set.of(), 10, unit, Set.of("png"), 2, ""));
  }
}
