package io.parley.channels.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureAddressesTest {

  @ParameterizedTest
  @CsvSource({
    "LONG_CODE, +12065550123, +12065550123",
    "LONG_CODE, 1 (206) 555-0123, +12065550123",
    "LONG_CODE, +447700900123, +447700900123",
    "TOLL_FREE, 18335550142, +18335550142",
    "SHORT_CODE, 62345, 62345",
    "SHORT_CODE, 62 34 56, 623456",
    "ALPHANUMERIC, CONTOSO, CONTOSO",
    "ALPHANUMERIC, ' Con-to_s &o', Con-to_s &o",
    "ALPHANUMERIC, 24h, 24h"
  })
  void addressIsReadAsPeopleWriteIt(SenderType type, String entered, String expected) {
    // When
    String address = AzureAddresses.entered(Channel.SMS, type, entered);

    // Then
    assertThat(address).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "LONG_CODE, CONTOSO, cannot answer a sender name",
    "LONG_CODE, 2065550123, with its country code",
    "LONG_CODE, +18335550142, choose that type",
    "TOLL_FREE, +12065550123, expected a toll-free number",
    "SHORT_CODE, 1234, 5 or 6 digits",
    "SHORT_CODE, +62345, 5 or 6 digits",
    "ALPHANUMERIC, 12345, at least one letter",
    "ALPHANUMERIC, TwelveLetter, up to 11 letters",
    "ALPHANUMERIC, Zoë, up to 11 letters",
    "ALPHANUMERIC, a.b, up to 11 letters",
    "ALPHANUMERIC, '', customers cannot answer it",
    "WHATSAPP_NUMBER, +12065550123, a short code or a name"
  })
  void refusalSaysWhatIsExpected(SenderType type, String entered, String expected) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AzureAddresses.entered(Channel.SMS, type, entered))
        .withMessageContaining(expected);
  }
}
