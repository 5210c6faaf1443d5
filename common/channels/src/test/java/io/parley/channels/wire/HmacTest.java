package io.parley.channels.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HmacTest {

  private static final byte[] KEY = "Jefe".getBytes(UTF_8);
  private static final byte[] DATA = "what do ya want for nothing?".getBytes(UTF_8);

  /** Test case 2 of RFC 2202 and RFC 4231. */
  @ParameterizedTest
  @CsvSource({
    "MD5, 750c783e6ab0b503eaa86e310a5db738",
    "SHA1, effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
    "SHA224, a30e01098bc6dbbf45690f3a7e9e6d0f8bbea2a39e6148008fd05e44",
    "SHA256, 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    "SHA384,"
        + " af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
    "SHA512,"
        + " 164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737"
  })
  void hashesAreThoseOfTheStandards(Hmac hmac, String expected) {
    // When
    byte[] hash = hmac.of(KEY, DATA);

    // Then
    assertThat(HexFormat.of().formatHex(hash)).isEqualTo(expected);
    assertThat(hmac.matches(KEY, DATA, hash)).isTrue();
  }

  @Test
  void anythingElseDoesNotMatch() {
    // Given
    byte[] hash = Hmac.SHA256.of(KEY, DATA);

    // Then
    assertThat(Hmac.SHA256.matches("other".getBytes(UTF_8), DATA, hash)).isFalse();
    assertThat(Hmac.SHA256.matches(KEY, KEY, hash)).isFalse();
    assertThat(Hmac.SHA256.matches(KEY, DATA, new byte[0])).isFalse();
    assertThat(Hmac.SHA1.matches(KEY, DATA, hash)).isFalse();
  }

  @Test
  void emptyKeyNeverFits() {
    assertThat(Hmac.SHA256.matches(new byte[0], DATA, new byte[0])).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> Hmac.SHA256.of(new byte[0], DATA));
  }
}
