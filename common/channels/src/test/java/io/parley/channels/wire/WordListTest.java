package io.parley.channels.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordListTest {

  @Test
  void wordsAreSeparatedByCommasOrBlanks() {
    // Then
    assertThat(WordList.parse(" stopp, Arrêt\n429,,"))
        .containsExactlyInAnyOrder("STOPP", "ARRÊT", "429");
  }

  @ParameterizedTest
  @CsvSource({
    "' arre\u0302t ', true",
    "'opt \n out', true",
    "STOPP, true",
    "stopp now, false",
    "'', false"
  })
  void textIsOneOfTheWordsAlone(String text, boolean isOne) {
    // Then
    assertThat(WordList.isOne(text, Set.of("STOPP", "ARRÊT", "OPT OUT"))).isEqualTo(isOne);
  }
}
