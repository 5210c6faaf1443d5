package io.parley.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnAddressesTest {

  private static final UUID ACCOUNT = UUID.fromString("00000000-0000-4000-8000-000000000001");

  @ParameterizedTest
  @CsvSource({
    "12065550100, +12065550100",
    "+12065550100, +12065550100",
    "+1 (206) 555-0100, +12065550100",
    "44425, 44425",
    "SHOP, SHOP",
    "shop, ",
    "12065550101, ",
    "4442, ",
    "'', ",
    ", "
  })
  void addressIsFoundByWhatItMeans(@Nullable String received, @Nullable String found) {
    // Given
    OpenAccount account =
        new OpenAccount(
            ACCOUNT,
            Channel.SMS,
            Map.of(),
            Map.of(),
            List.of(
                address("+12065550100", SenderType.LONG_CODE),
                address("44425", SenderType.SHORT_CODE),
                address("SHOP", SenderType.ALPHANUMERIC)));

    // When
    var ours = OwnAddresses.find(account, received).map(ChannelAddress::address);

    // Then
    assertThat(ours.orElse(null)).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({
    "44426, the account has no address 44426",
    "<script>, the account has no address (not printable)",
    ", a message without our address"
  })
  void reasonRepeatsNothingThatIsNotPrintable(@Nullable String received, String reason) {
    // Then
    assertThat(OwnAddresses.unknown(received)).isEqualTo(reason);
  }

  private static ChannelAddress address(String address, SenderType type) {
    return new ChannelAddress(UUID.randomUUID(), ACCOUNT, Channel.SMS, address, "Service", type);
  }
}
