package io.parley.channels.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerListTest {

  private static final String LIST =
      "195.84.162.34, 213.242.87.36-213.242.87.41 192.0.2.0/24,2001:db8::/33, 198.51.100.128/25";

  @ParameterizedTest
  @CsvSource({
    "195.84.162.34, true",
    "195.84.162.35, false",
    "213.242.87.35, false",
    "213.242.87.36, true",
    "213.242.87.41, true",
    "213.242.87.42, false",
    "192.0.2.0, true",
    "192.0.2.255, true",
    "192.0.3.0, false",
    "198.51.100.127, false",
    "198.51.100.128, true",
    "2001:db8:7fff::1, true",
    "2001:db8:8000::1, false",
    "localhost, false",
    "'', false"
  })
  void callerIsInTheListOrNot(String caller, boolean contained) {
    // When
    CallerList list = CallerList.parse(LIST).orElseThrow();

    // Then
    assertThat(list.contains(caller)).isEqualTo(contained);
  }

  @Test
  void callerWithoutAnAddressIsNotInTheList() {
    // When
    CallerList list = CallerList.parse("0.0.0.0/0").orElseThrow();

    // Then
    assertThat(list.contains(null)).isFalse();
    assertThat(list.contains("255.255.255.255")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " , ",
        "example.org",
        "192.0.2",
        "192.0.2.256",
        "192.0.2.0/33",
        "192.0.2.0/-1",
        "192.0.2.9-192.0.2.1",
        "192.0.2.1-2001:db8::1",
        "192.0.2.1, nonsense",
        "::g",
        "1::2::3"
      })
  void listWithAnythingElseIsNone(String entered) {
    // When
    var list = CallerList.parse(entered);

    // Then
    assertThat(list).isEmpty();
  }
}
