package io.parley.channels.linkmobility;

import static io.parley.channels.linkmobility.Samples.ours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.parley.channels.linkmobility.LinkSettings.SourceTon;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkAddressesTest {

  @ParameterizedTest
  @CsvSource({
    "SHORT_CODE, 27333, 27333",
    "SHORT_CODE, NO-27333, 27333",
    "SHORT_CODE, ' no-27333 ', 27333",
    "SHORT_CODE, 27333410000000, 27333410000000",
    "LONG_CODE, 4790012345, +4790012345",
    "LONG_CODE, +47 59 44 00 11, +4759440011",
    "ALPHANUMERIC, HarborBooks, HarborBooks",
    "ALPHANUMERIC, Harbor 24, Harbor 24"
  })
  void addressIsReadAsPeopleWriteIt(SenderType type, String entered, String canonical) {
    // When
    String read = LinkAddresses.entered(Channel.SMS, type, entered);

    // Then
    assertThat(read).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "SHORT_CODE, 273334100000071, 1 to 14 digits",
    "SHORT_CODE, Harbor, expected a number",
    "LONG_CODE, 27333, country code",
    "LONG_CODE, HarborBooks, expected a number",
    "ALPHANUMERIC, HarborBooks24, up to 11",
    "ALPHANUMERIC, 27333, at least one letter",
    "ALPHANUMERIC, Hafenbücher, up to 11",
    "TOLL_FREE, 18005550100, a number or a name",
    "WHATSAPP_NUMBER, +4759440011, a number or a name"
  })
  void refusalSaysWhatIsExpected(SenderType type, String entered, String expected) {
    // Then
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinkAddresses.entered(Channel.SMS, type, entered))
        .withMessageContaining(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "27333, SHORT_CODE, AUTO, SHORTNUMBER, 27333",
    "27333410000000, SHORT_CODE, AUTO, SHORTNUMBER, 27333410000000",
    "+4759440011, LONG_CODE, AUTO, MSISDN, +4759440011",
    "HarborBooks, ALPHANUMERIC, AUTO, ALPHANUMERIC, HarborBooks",
    "273331, CUSTOM, AUTO, SHORTNUMBER, 273331",
    "4759440, CUSTOM, AUTO, MSISDN, +4759440",
    "+47594, CUSTOM, AUTO, MSISDN, +47594",
    "Harbor, CUSTOM, AUTO, ALPHANUMERIC, Harbor",
    "27333, SHORT_CODE, ALPHANUMERIC, ALPHANUMERIC, 27333",
    "27333, SHORT_CODE, MSISDN, MSISDN, +27333",
    "+4759440011, LONG_CODE, SHORTNUMBER, SHORTNUMBER, 4759440011"
  })
  void senderHasItsKindUnlessTheAdministratorSaysOtherwise(
      String address, SenderType type, SourceTon override, SourceTon ton, String source) {
    // Given
    ChannelAddress from = ours(address, type);

    // When
    SourceTon read = LinkAddresses.ton(from, override);

    // Then
    assertThat(read).isEqualTo(ton);
    assertThat(LinkAddresses.source(from, read)).isEqualTo(source);
  }
}
