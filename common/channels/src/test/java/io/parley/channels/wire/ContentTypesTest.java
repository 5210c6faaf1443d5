package io.parley.channels.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypesTest {

  @ParameterizedTest
  @CsvSource({
    "application/json, application/json, true",
    "Application/JSON; charset=utf-8, application/json, true",
    "' text/xml ;charset=\"UTF-8\"', text/xml, true",
    "text/xml; boundary=x; Charset = utf-8, text/xml, true",
    "text/xml; charset=iso-8859-1, text/xml, false",
    "text/xml; charset=utf-8; charset=utf-16, text/xml, false",
    "'', '', true",
    ";;, '', true"
  })
  void typeAndEncodingAreRead(String header, String mediaType, boolean utf8) {
    // Then
    assertThat(ContentTypes.mediaType(header)).isEqualTo(mediaType);
    assertThat(ContentTypes.isUtf8(header)).isEqualTo(utf8);
  }
}
