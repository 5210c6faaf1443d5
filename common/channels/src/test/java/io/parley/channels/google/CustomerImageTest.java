package io.parley.channels.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerImageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://storage.googleapis.com/business-messages-us/a/b.jpg?x-goog-signature=ab12",
        " https://storage.googleapis.com/business-messages-us/a?x=1&X-Goog-Signature=ab12\n"
      })
  void signedLinkIntoGooglesStoreIsAPicture(String text) {
    // When
    Optional<URI> url = CustomerImage.of(text);

    // Then
    assertThat(url).contains(URI.create(text.strip()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Hello",
        "See https://storage.googleapis.com/business-messages-us/a?x-goog-signature=ab12",
        "https://storage.googleapis.com/business-messages-us/a?x-goog-signature=ab12 see",
        "http://storage.googleapis.com/business-messages-us/a?x-goog-signature=ab12",
        "https://storage.googleapis.com/business-messages-eu/a?x-goog-signature=ab12",
        "https://storage.googleapis.com/business-messages-us/?x-goog-signature=ab12",
        "https://storage.googleapis.com/business-messages-us/../other/a?x-goog-signature=ab12",
        "https://storage.googleapis.com/business-messages-us/a",
        "https://storage.googleapis.com/business-messages-us/a?x-goog-signature=",
        "https://storage.googleapis.com/business-messages-us/a?y=x-goog-signature=1",
        "https://storage.googleapis.com.evil.example/business-messages-us/a?x-goog-signature=ab12",
        "https://evil.example/business-messages-us/a?x-goog-signature=ab12",
        "https://storage.googleapis.com@evil.example/business-messages-us/a?x-goog-signature=ab12",
        "https://u@storage.googleapis.com/business-messages-us/a?x-goog-signature=ab12",
        "https://storage.googleapis.com:8443/business-messages-us/a?x-goog-signature=ab12",
        "https:storage.googleapis.com/business-messages-us/a?x-goog-signature=ab12",
        "https://storage.googleapis.com\\@evil.example/business-messages-us/a?x-goog-signature=1"
      })
  void anythingElseStaysText(String text) {
    // When
    Optional<URI> url = CustomerImage.of(text);

    // Then
    assertThat(url).isEmpty();
  }
}
