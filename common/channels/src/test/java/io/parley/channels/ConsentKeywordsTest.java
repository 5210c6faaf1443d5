package io.parley.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.ConsentSignal;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentKeywordsTest {

  @ParameterizedTest
  @CsvSource({
    "STOP, STOP", "STOPALL, STOP", "UNSUBSCRIBE, STOP", "CANCEL, STOP", "END, STOP", "QUIT, STOP",
    "REVOKE, STOP", "OPTOUT, STOP", "START, START", "YES, START", "UNSTOP, START", "HELP, HELP",
    "INFO, HELP", "stop, STOP", "' Stop\n', STOP"
  })
  void keywordAloneIsASignal(String text, ConsentSignal expected) {
    // When
    Optional<ConsentSignal> signal = ConsentKeywords.of(text);

    // Then
    assertThat(signal).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "please stop", "STOP STOP", "stopp", "cancel my order", "yes!"})
  void anythingElseIsNone(String text) {
    // When
    Optional<ConsentSignal> signal = ConsentKeywords.of(text);

    // Then
    assertThat(signal).isEmpty();
  }

  @Test
  void yesDoesNotUndoTheStopOfATollFreeNumber() {
    // When
    Optional<ConsentSignal> signal = ConsentKeywords.of("Yes", SenderType.TOLL_FREE);

    // Then
    assertThat(signal).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"UNSTOP, TOLL_FREE", "YES, LONG_CODE"})
  void otherStartWordsCount(String text, SenderType to) {
    // When
    Optional<ConsentSignal> signal = ConsentKeywords.of(text, to);

    // Then
    assertThat(signal).contains(ConsentSignal.START);
  }
}
