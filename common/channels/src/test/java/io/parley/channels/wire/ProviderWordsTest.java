package io.parley.channels.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderWordsTest {

  @ParameterizedTest
  @CsvSource({
    "'Bad callbackUrl \"https://chat.example/webhooks/vibes/k3y/status?message=1\"',"
        + " 'Bad callbackUrl \"(address)\"'",
    "'<a b=\"HTTP://x.example/k3y\">no</a>', '<a b=\"(address)\">no</a>'",
    "'at https%3A%2F%2Fx.example%2Fk3y now', 'at (address) now'",
    "'Source not leased', 'Source not leased'"
  })
  void addressesAreNotRepeated(String said, String shown) {
    // Then
    assertThat(ProviderWords.shown(said, 200)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"' a\n\tb\u0000 ', a b", "'   ', ''", "1234567890123, 1234567890"})
  void wordsAreOneLineOfBoundedLength(String said, String shown) {
    // Then
    assertThat(ProviderWords.shown(said, 10)).isEqualTo(shown);
  }
}
