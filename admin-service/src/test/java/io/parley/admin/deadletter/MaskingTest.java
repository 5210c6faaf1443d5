package io.parley.admin.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

  private static final String ID = "0192f0c1-0000-7000-8000-000000000001";

  @Test
  void dataKeepIdsTimesAndWordsAndLoseNumbersAndTexts() {
    // Given
    String data =
        """
        {"accountId":"%s","channel":"SMS","receivedAt":"2026-11-20T10:15:00.123Z","text":"call me",
         "from":{"kind":"PHONE_NUMBER","value":"+491701234567"},"to":"12345",
         "location":{"latitude":52.520008},"media":[{"index":1}]}
        """
            .formatted(ID);

    // When
    String masked = Masking.json(data.getBytes(UTF_8));

    // Then
    assertThat(masked)
        .contains("\"accountId\":\"" + ID + "\"")
        .contains("\"channel\":\"SMS\"")
        .contains("\"receivedAt\":\"2026-11-20T10:15:00.123Z\"")
        .contains("\"text\":\"…(7)\"")
        .contains("{\"kind\":\"PHONE_NUMBER\",\"value\":\"…67\"}")
        .contains("\"to\":\"…45\"")
        .doesNotContain("52.5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"STOP\"}",
        "{\"channel\":\"+491701234567\"}",
        "{\"conversationId\":\"Anna\",\"from\":\"Anna\"}",
        "{\"conversationId\":491701234567}",
        "{\"attributes\":{\"Anna\":\"Anna\"}}",
        "{\"media\":[\"Anna\",\"STOP\",491701234567]}",
        "{\"Anna\":1}",
        "\"Anna STOP\"",
        "Anna STOP 491701234567",
        "{\"text\":\"Anna"
      })
  void whateverAPayloadIsNoTextOrNumberStaysWhole(String data) {
    // When
    String masked = Masking.json(data.getBytes(UTF_8));

    // Then
    assertThat(masked).doesNotContain("Anna", "STOP", "4917012345");
  }

  @Test
  void excerptIsBounded() {
    // Given
    String data = "{\"media\":[" + "{\"index\":1},".repeat(5000) + "1]}";

    // Then
    assertThat(Masking.excerpt(data.getBytes(UTF_8))).hasSizeLessThanOrEqualTo(501);
  }

  @ParameterizedTest
  @CsvSource({
    "0192f0c1-0000-7000-8000-000000000001,0192f0c1-0000-7000-8000-000000000001",
    "0192f0c1-0000-7000-8000-000000000001/+491701234567,0192f0c1-0000-7000-8000-000000000001/…67",
    "0192f0c1-0000-7000-8000-000000000001/anna@example.org,0192f0c1-0000-7000-8000-000000000001/…(16)",
    "$1\\,…(3)"
  })
  void keysKeepIds(String key, String masked) {
    assertThat(Masking.key(key)).isEqualTo(masked);
  }

  @Test
  void reasonsOfLettersThatFailedAlikeReadTheSame() {
    // Given
    String one = "PgException: Key (customer)=(+491701234567) of " + ID + " exists, 12 times";
    String other = "PgException: Key (customer)=(+491709876543) of " + ID + " exists, 12 times";

    // Then
    assertThat(Masking.reason(one))
        .isEqualTo("PgException: Key (customer)=(…) of " + ID + " exists, 12 times")
        .isEqualTo(Masking.reason(other));
  }
}
