package io.parley.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {

  @ParameterizedTest
  @CsvSource({
    "Grüezi 👋 → x, Grüezi 👋 → x",
    "a\u001b[31mb, a\\u001b[31mb",
    "a\u009bb, a\\u009bb",
    "'a\nb', a\\u000ab",
    "a\u202eb, a\\u202eb",
    "a\u007fb, a\\u007fb"
  })
  void whatSteersTheTerminalIsSpelt(String text, String printed) {
    // Then
    assertThat(Printable.of(text)).isEqualTo(printed);
  }
}
