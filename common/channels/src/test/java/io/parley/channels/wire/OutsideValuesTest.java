package io.parley.channels.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ids, URLs and forms. */
class OutsideValuesTest {

  @ParameterizedTest
  @CsvSource({
    "00000000-0000-4000-8000-000000000003, true",
    "' 00000000-0000-4000-8000-00000000000A ', true",
    "1-1-1-1-1, false",
    "'', false",
    ", false",
    "msg-771, false"
  })
  void onlyAWholeUuidIsAMessageId(@Nullable String text, boolean isOne) {
    // When
    UUID id = MessageIds.ours(text);

    // Then
    assertThat(id != null).isEqualTo(isOne);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/a.jpg, true",
    "HTTP://example.org, true",
    "ftp://example.org/a, false",
    "/a.jpg, false",
    "https:///a.jpg, false",
    "https://[, false",
    "mailto:a@example.org, false",
    "'', false",
    ", false"
  })
  void onlyAWebAddressWithAHostIsAUrl(@Nullable String text, boolean isOne) {
    // Then
    assertThat(WebUrl.read(text).isPresent()).isEqualTo(isOne);
  }

  @Test
  void formKeepsItsOrderAndLeavesOutWhatIsNull() {
    // When
    byte[] form = new FormWriter().add("b", "1 2").add("a", null).add("c", "é+&=").bytes();

    // Then
    assertThat(new String(form, UTF_8)).isEqualTo("b=1+2&c=%C3%A9%2B%26%3D");
  }

  @Property
  void formIsReadAsItWasWritten(@ForAll String value) throws MalformedFormException {
    // Given
    String storable = StorableText.of(value);

    // When
    FormBody read = FormBody.parse(new FormWriter().add("field", storable).bytes());

    // Then
    assertThat(read.first("field")).contains(storable);
  }
}
