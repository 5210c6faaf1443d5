package io.parley.admin.blockedsender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.events.Channel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses of customers as administrators enter them. */
class CustomerAddressesTest {

  @ParameterizedTest
  @CsvSource({
    "SMS, +1 (202) 555-0147, +12025550147",
    "SMS, 12025550147, +12025550147",
    "SMS, 54321, 54321",
    "SMS, Acme, Acme",
    "WHATSAPP, +31 6 12345678, +31612345678",
    "WHATSAPP, US.13491208655302741918, US.13491208655302741918",
    "RCS, +12025550147, +12025550147",
    "GOOGLE_BUSINESS_MESSAGES, conversations/1-2-3, conversations/1-2-3",
    "CUSTOM, customer 17, customer 17"
  })
  void addressIsKeptAsItArrives(Channel channel, String entered, String kept) {
    assertThat(CustomerAddresses.canonical(channel, entered)).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "SMS, 0612345678",
    "WHATSAPP, Acme",
    "WHATSAPP, 54321",
    "RCS, us.1",
    "RCS, +0612345678"
  })
  void addressThatNobodyHasIsRefused(Channel channel, String entered) {
    assertThatThrownBy(() -> CustomerAddresses.canonical(channel, entered))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("country code");
  }
}
