package io.parley.channels.google;

import static io.parley.channels.google.Samples.AGENT;
import static io.parley.channels.google.Samples.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleAddressesTest {

  @ParameterizedTest
  @CsvSource({
    "GOOGLE_BUSINESS_MESSAGES, brands/b-1/agents/a_2, brands/b-1/agents/a_2",
    "GOOGLE_BUSINESS_MESSAGES, ' /brands/b-1/agents/a_2 ', brands/b-1/agents/a_2",
    "GOOGLE_BUSINESS_MESSAGES, b-1/a_2, brands/b-1/agents/a_2",
    "GOOGLE_BUSINESS_MESSAGES, b-1 / a_2, brands/b-1/agents/a_2",
    "RCS, harbor-books, harbor-books",
    "RCS, ' harbor-books@rbm.goog', harbor-books",
  })
  void addressIsReadAsPeopleWriteIt(Channel channel, String entered, String canonical) {
    // When
    String read = GoogleAddresses.entered(channel, SenderType.BUSINESS_AGENT, entered);

    // Then
    assertThat(read).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "GOOGLE_BUSINESS_MESSAGES, a_2, brand id and agent id",
    "GOOGLE_BUSINESS_MESSAGES, brands/b-1, brand id and agent id",
    "GOOGLE_BUSINESS_MESSAGES, brands/b-1/agents/a/x, brand id and agent id",
    "GOOGLE_BUSINESS_MESSAGES, brands/b 1/agents/a, brand id and agent id",
    "GOOGLE_BUSINESS_MESSAGES, '', brand id and agent id",
    "RCS, brands/b-1/agents/a_2, the agent's id",
    "RCS, harbor books, the agent's id",
    "RCS, harbor@other.example, the agent's id",
    "RCS, +31612345678, the agent's id",
  })
  void refusalSaysWhatIsExpected(Channel channel, String entered, String expected) {
    // When
    // Then
    assertThatThrownBy(() -> GoogleAddresses.entered(channel, SenderType.BUSINESS_AGENT, entered))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected " + expected);
  }

  @ParameterizedTest
  @EnumSource(value = SenderType.class, mode = EnumSource.Mode.EXCLUDE, names = "BUSINESS_AGENT")
  void onlyAgentsAreSenders(SenderType type) {
    // When
    // Then
    assertThatThrownBy(() -> GoogleAddresses.entered(Channel.RCS, type, "harbor-books"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected an agent");
  }

  @ParameterizedTest
  @ValueSource(strings = {AGENT, " " + AGENT, "/" + AGENT})
  void ourAddressIsFoundInEitherForm(String agent) {
    // When
    var ours = GoogleAddresses.ours(account(Channel.GOOGLE_BUSINESS_MESSAGES), agent);

    // Then
    assertThat(ours).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"brands/other/agents/5f0c2a77-books", "5f0c2a77-books", "", "\n"})
  void brandIsCheckedToo(String agent) {
    // When
    var ours = GoogleAddresses.ours(account(Channel.GOOGLE_BUSINESS_MESSAGES), agent);

    // Then
    assertThat(ours).isEmpty();
  }
}
