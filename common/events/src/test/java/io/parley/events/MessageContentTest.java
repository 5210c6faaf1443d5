package io.parley.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageContentTest {

  private static final URI PICTURE = URI.create("https://media.example.com/1.jpg");
  private static final MessageTemplate TEMPLATE = new MessageTemplate("HX1", Map.of("1", "Sam"));

  @Test
  void textNeedsNoAttachment() {
    // When
    MessageContent content = MessageContent.ofText("Hello");

    // Then
    assertThat(content).isEqualTo(new MessageContent("Hello", List.of()));
  }

  @Test
  void attachmentNeedsNoText() {
    // When
    MessageContent content = new MessageContent("", List.of(PICTURE));

    // Then
    assertThat(content.mediaUrls()).containsExactly(PICTURE);
  }

  @Test
  void templateStandsAlone() {
    // When
    MessageContent content = MessageContent.ofTemplate(TEMPLATE);

    // Then
    assertThat(content.template()).isEqualTo(TEMPLATE);
  }

  @Test
  void templateWithTextIsRefused() {
    // When / Then
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new MessageContent("Hello", List.of(), TEMPLATE, List.of(), List.of(), List.of()));
  }

  @Test
  void templateWithAttachmentIsRefused() {
    // When / Then
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new MessageContent(
                    "", List.of(PICTURE), TEMPLATE, List.of(), List.of(), List.of()));
  }

  @Test
  void blankMessageIsRefused() {
    // When / Then
    assertThatIllegalArgumentException().isThrownBy(() -> MessageContent.ofText(" \n"));
  }

  @Test
  void laterChangeOfTheListChangesNothing() {
    // Given
    List<URI> urls = new ArrayList<>(List.of(PICTURE));
    MessageContent content = new MessageContent("", urls);

    // When
    urls.clear();

    // Then
    assertThat(content.mediaUrls()).containsExactly(PICTURE);
  }
}
