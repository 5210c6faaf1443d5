package io.parley.channels.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioAddressEntryTest {

  @ParameterizedTest
  @CsvSource({
    "SMS, LONG_CODE, 14252306549, +14252306549",
    "SMS, LONG_CODE, +14252306549, +14252306549",
    "SMS, LONG_CODE, +1 (425) 230-6549, +14252306549",
    "SMS, LONG_CODE, ' 1.425.230.6549 ', +14252306549",
    "SMS, LONG_CODE, +12065550100, +12065550100",
    "SMS, LONG_CODE, 12065550100, +12065550100",
    "SMS, LONG_CODE, +15005550006, +15005550006",
    "SMS, LONG_CODE, 31612345678, +31612345678",
    "SMS, TOLL_FREE, 18005550100, +18005550100",
    "SMS, TOLL_FREE, +1-888-555-0100, +18885550100",
    "SMS, SHORT_CODE, 72345, 72345",
    "SMS, SHORT_CODE, 723 456, 723456",
    "WHATSAPP, WHATSAPP_NUMBER, +31612345678, +31612345678",
    "WHATSAPP, WHATSAPP_NUMBER, +31 6 1234 5678, +31612345678",
    "WHATSAPP, WHATSAPP_NUMBER, whatsapp:+14155238886, +14155238886",
    "WHATSAPP, WHATSAPP_NUMBER, +12065550177, +12065550177"
  })
  void addressIsReadAsPeopleWriteIt(
      Channel channel, SenderType type, String entered, String expected) {
    // When
    String address = TwilioAddresses.entered(channel, type, entered);

    // Then
    assertThat(address).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "SMS, LONG_CODE, ACME, cannot answer a sender name",
    "SMS, LONG_CODE, 1-800-FLOWERS, cannot answer a sender name",
    "SMS, LONG_CODE, '', with its country code",
    "SMS, LONG_CODE, +, with its country code",
    "SMS, LONG_CODE, 4252306549, with its country code",
    "SMS, LONG_CODE, 2065550100, with its country code",
    "SMS, LONG_CODE, 72345, with its country code",
    "SMS, LONG_CODE, +1425230654912345678, with its country code",
    "SMS, LONG_CODE, +14252306549;ext=1, cannot answer a sender name",
    "SMS, LONG_CODE, +18005550100, choose that type",
    "SMS, TOLL_FREE, +14252306549, expected a toll-free number",
    "SMS, SHORT_CODE, 1234, 5 or 6 digits",
    "SMS, SHORT_CODE, 1234567, 5 or 6 digits",
    "SMS, SHORT_CODE, +72345, 5 or 6 digits",
    "WHATSAPP, WHATSAPP_NUMBER, 31612345678, leading plus sign",
    "WHATSAPP, WHATSAPP_NUMBER, +123, leading plus sign",
    "WHATSAPP, WHATSAPP_NUMBER, 72345, leading plus sign"
  })
  void refusalSaysWhatIsExpected(
      Channel channel, SenderType type, String entered, String expected) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TwilioAddresses.entered(channel, type, entered))
        .withMessageContaining(expected);
  }
}
