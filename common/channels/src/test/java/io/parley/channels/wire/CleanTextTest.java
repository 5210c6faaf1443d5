package io.parley.channels.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parley.events.EventJson;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "abc, abc",
    "'a\0b\0', ab",
    "a\ud800b, a\ufffdb",
    "a\udc00, a\ufffd",
    "\ud83d\ude00\ud83d, \ud83d\ude00\ufffd",
    "\ude00\ud83d, \ufffd\ufffd"
  })
  void nulGoesAndHalfCharactersAreReplaced(String text, String expected) {
    // When
    String clean = CleanText.of(text);

    // Then
    assertThat(clean).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "abc, 3, abc",
    "abc, 2, ab",
    "abc, 0, ''",
    "\ud83d\ude00, 1, ''",
    "a\ud83d\ude00, 2, a"
  })
  void cutNeverSplitsACharacter(String text, int length, String expected) {
    // When
    String cut = CleanText.cut(text, length);

    // Then
    assertThat(cut).isEqualTo(expected);
  }

  @Property
  void cleanTextCanAlwaysBeWrittenAsJson(@ForAll @CharRange(from = '\0', to = '\uffff') String text)
      throws JsonProcessingException {
    // When
    String clean = CleanText.of(text);

    // Then
    byte[] json = EventJson.mapper().writeValueAsBytes(clean);
    assertThat(JsonBody.read(json).textValue()).isEqualTo(clean);
    assertThat(CleanText.of(clean)).isEqualTo(clean);
  }
}
