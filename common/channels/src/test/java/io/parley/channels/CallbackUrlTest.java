package io.parley.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackUrlTest {

  private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000003");

  @Test
  void messageIdIsReadBackFromTheUrl() {
    // Given
    URI url = CallbackUrl.of(URI.create("https://desk.example.org/webhooks/twilio/ch_7"), ID);

    // When
    Optional<UUID> read = CallbackUrl.messageId(url.getRawQuery());

    // Then
    assertThat(url)
        .hasToString(
            "https://desk.example.org/webhooks/twilio/ch_7/status?message="
                + "00000000-0000-4000-8000-000000000003");
    assertThat(read).contains(ID);
  }

  @Test
  void otherParametersMayStandBesideIt() {
    // When
    Optional<UUID> read = CallbackUrl.messageId("a=1&message=" + ID + "&bodySHA256=00");

    // Then
    assertThat(read).contains(ID);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "message=",
        "message=1-1-1-1-1",
        "xmessage=00000000-0000-4000-8000-000000000003",
        "%zz"
      })
  void queryWithoutAnIdHasNone(@Nullable String query) {
    // When
    Optional<UUID> read = CallbackUrl.messageId(query);

    // Then
    assertThat(read).isEmpty();
  }
}
