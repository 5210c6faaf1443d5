package io.parley.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointsTest {

  @Test
  void realHostIsCalledWhenNothingIsInFront() {
    // Given
    URI real = URI.create("https://api.example.com/v1/messages?a=1");

    // When
    URI at = Endpoints.REAL.at(real);

    // Then
    assertThat(at).isSameAs(real);
    assertThat(Endpoints.REAL.isOverride(real)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:1234, https://api.example.com/v1?a=%2B1, http://localhost:1234/v1?a=%2B1",
    "http://localhost:1234/, https://api.example.com/v1, http://localhost:1234/v1",
    "http://proxy/base, https://api.example.com:8443/v1, http://proxy/base/v1",
    "http://proxy/base/, https://api.example.com/v1/a%2Fb:c, http://proxy/base/v1/a%2Fb:c",
    "http://localhost:1234, https://api.example.com, http://localhost:1234",
    "http://localhost:1234, https://api.example.com?x=1, http://localhost:1234?x=1"
  })
  void pathAndQueryStayAsTheyAreSigned(URI override, URI real, URI expected) {
    // When
    URI at = new Endpoints(override).at(real);

    // Then
    assertThat(at).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:1234/media/1, true",
    "HTTP://LOCALHOST:1234/media/1, true",
    "https://localhost:1234/media/1, false",
    "http://localhost:12345/media/1, false",
    "http://localhost/media/1, false",
    "http://localhost:1234@evil.example/media/1, false",
    "http://user@localhost:1234/media/1, false",
    "/media/1, false",
    "mailto:a@b, false"
  })
  void onlyTheSamePlaceCountsAsTheOneInFront(URI url, boolean expected) {
    // When
    boolean is = new Endpoints(URI.create("http://localhost:1234")).isOverride(url);

    // Then
    assertThat(is).isEqualTo(expected);
  }
}
