package io.parley.channels.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.CallbackUse;
import io.parley.channels.Capabilities;
import io.parley.channels.Capabilities.Feature;
import io.parley.channels.ChannelProviders;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GoogleProviderTest {

  private final GoogleProvider provider = new GoogleProvider();

  @Test
  void providerIsFoundByItsName() {
    // When
    var found = ChannelProviders.installed().named("google");

    // Then
    assertThat(found).containsInstanceOf(GoogleProvider.class);
  }

  @Test
  void bothChannelsHaveAgentsAsSenders() {
    // When
    Map<Channel, Set<SenderType>> types = provider.accountForm().senderTypes();

    // Then
    assertThat(types)
        .isEqualTo(
            Map.of(
                Channel.GOOGLE_BUSINESS_MESSAGES, Set.of(SenderType.BUSINESS_AGENT),
                Channel.RCS, Set.of(SenderType.BUSINESS_AGENT)));
    assertThat(provider.channels()).isEqualTo(types.keySet());
  }

  @Test
  void noticeSaysThatBusinessMessagesIsOffAndRcsIsNot() {
    // When
    String notice = provider.notice();

    // Then
    assertThat(notice).contains("Business Messages off on 31 July 2024", "RCS", "in service");
  }

  @Test
  void oneUrlTakesEverythingAndTheTokenComesFirst() {
    // When
    List<CallbackUse> callbacks = provider.callbacks(Map.of());

    // Then
    assertThat(callbacks)
        .singleElement()
        .satisfies(
            use -> {
              assertThat(use.purpose()).isEqualTo(CallbackUse.Purpose.INBOUND_AND_STATUS);
              assertThat(use.method()).isEqualTo("POST");
              assertThat(use.subPath()).isEmpty();
              assertThat(use.where()).contains("Save the client token", "then press Verify");
            });
  }

  @ParameterizedTest
  @EnumSource(
      value = Channel.class,
      names = {"GOOGLE_BUSINESS_MESSAGES", "RCS"})
  void capabilitiesAreThoseOfBothChannels(Channel channel) {
    // When
    Capabilities capabilities = provider.capabilities(channel);

    // Then
    assertThat(capabilities.features())
        .contains(
            Feature.MEDIA_IN,
            Feature.MEDIA_OUT,
            Feature.RICH_CONTENT,
            Feature.IDEMPOTENT_SENDING,
            Feature.DELIVERY_RECEIPTS,
            Feature.READ_RECEIPTS,
            Feature.TYPING)
        .doesNotContain(Feature.TEMPLATES, Feature.OPT_OUT);
    assertThat(capabilities.longestText()).isEqualTo(3_072);
    assertThat(capabilities.attachments())
        .containsExactlyInAnyOrder(
            "jpg", "jpeg", "png", "amr", "mp4", "pdf", "docx", "txt", "gif", "xlsx");
    assertThat(capabilities.guarantee()).contains("same id");
  }

  @Test
  void accountsGetTokens() {
    // When
    var tokens = provider.tokens(Map.of());

    // Then
    assertThat(tokens).isPresent();
  }
}
