package io.parley.channels.custom;

import static io.parley.channels.custom.Samples.NOW;
import static io.parley.channels.custom.Samples.SEND_SECRET;
import static io.parley.channels.custom.Samples.context;
import static io.parley.channels.custom.Samples.harbour;
import static io.parley.channels.custom.Samples.pigeon;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.CallContext;
import io.parley.channels.CallbackUse;
import io.parley.channels.ChannelProvider;
import io.parley.channels.ChannelProviders;
import io.parley.channels.Endpoints;
import io.parley.channels.OpenAccount;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The provider as administrators see it. */
class CustomProviderTest {

  private final ChannelProvider provider = new CustomProvider();

  @Test
  void itIsInstalled() {
    // When / Then
    assertThat(ChannelProviders.installed().named("custom"))
        .containsInstanceOf(CustomProvider.class);
  }

  @Test
  void itServesTextMessagesAndChannelsOfYourOwn() {
    // When / Then
    assertThat(provider.channels()).containsExactlyInAnyOrder(Channel.SMS, Channel.CUSTOM);
    assertThat(provider.accountForm().senderTypes().get(Channel.SMS))
        .contains(SenderType.ALPHANUMERIC);
    assertThat(provider.capabilities(Channel.SMS).longestText()).isEqualTo(1_600);
    assertThat(provider.capabilities(Channel.CUSTOM).longestText()).isEqualTo(6_000);
  }

  @Test
  void theUrlsToPasteFollowTheSettings() {
    // When / Then
    assertThat(provider.callbacks(pigeon().settings()))
        .extracting(CallbackUse::purpose)
        .containsExactly(CallbackUse.Purpose.INBOUND, CallbackUse.Purpose.STATUS);
    assertThat(provider.callbacks(pigeon("receiptStatus", "(none)").settings()))
        .extracting(CallbackUse::purpose)
        .containsExactly(CallbackUse.Purpose.INBOUND);
    assertThat(provider.callbacks(harbour().settings()))
        .extracting(CallbackUse::purpose)
        .containsExactly(CallbackUse.Purpose.INBOUND_AND_STATUS);
    assertThat(
            provider
                .callbacks(
                    pigeon(
                            "callAuthentication", "token",
                            "callTokenIn", "query",
                            "callAuthName", "k",
                            "receiptsBy", "list")
                        .settings())
                .getFirst()
                .where())
        .endsWith("Add ?k= and the token to the URL.");
  }

  @Test
  void theWarningAgainstNoAuthenticationIsInTheHelp() {
    // When / Then
    assertThat(provider.accountForm().field("callAuthentication").orElseThrow().help())
        .contains("whoever learns the callback URL");
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.pigeon.example/f/1.jpg, true",
    "https://API.pigeon.example/f/1.jpg, true",
    "http://api.pigeon.example/f/1.jpg, false",
    "https://api.pigeon.example.evil.example/1, false",
    "https://api.pigeon.example:444/1, false",
    "https://api.pigeon.example@evil.example/1, false",
    "https://cdn.pigeon.example/1, false"
  })
  void attachmentsAreOpenedOnTheProvidersHostOnly(URI url, boolean opened) {
    // Given
    OpenAccount account = pigeon("mediaCredentials", "yes");
    // When
    Map<String, List<String>> headers = provider.media().headers(url, context(account));
    // Then
    assertThat(headers).isEqualTo(opened ? Map.of("X-Api-Key", List.of(SEND_SECRET)) : Map.of());
  }

  @Test
  void attachmentsAreOpenedAtTheOverrideToo() {
    // Given
    Endpoints endpoints = new Endpoints(URI.create("http://localhost:1"));
    URI url = URI.create("http://localhost:1/f/1.jpg");
    // When / Then
    assertThat(
            provider
                .media()
                .headers(
                    url, new CallContext(pigeon("mediaCredentials", "yes"), endpoints, NOW, null)))
        .isNotEmpty();
    assertThat(provider.media().headers(url, new CallContext(pigeon(), endpoints, NOW, null)))
        .isEmpty();
  }
}
