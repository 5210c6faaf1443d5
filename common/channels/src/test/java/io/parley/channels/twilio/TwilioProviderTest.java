package io.parley.channels.twilio;

import static io.parley.channels.twilio.Samples.API_KEY_SECRET;
import static io.parley.channels.twilio.Samples.API_KEY_SID;
import static io.parley.channels.twilio.Samples.SECOND_TOKEN;
import static io.parley.channels.twilio.Samples.TOKEN;
import static io.parley.channels.twilio.Samples.account;
import static io.parley.channels.twilio.Samples.context;
import static io.parley.channels.twilio.Samples.outgoing;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.AccountForm;
import io.parley.channels.ChannelProviders;
import io.parley.channels.OpenAccount;
import io.parley.channels.ProviderRequest;
import io.parley.events.Channel;
import io.parley.events.MessageContent;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioProviderTest {

  private final TwilioProvider provider = new TwilioProvider();

  @Test
  void providerIsFoundByItsName() {
    // When
    var found = ChannelProviders.installed().named("twilio");

    // Then
    assertThat(found).containsInstanceOf(TwilioProvider.class);
  }

  @Test
  void everyChannelHasItsTypesOfSender() {
    // When
    Map<Channel, Set<SenderType>> types = provider.accountForm().senderTypes();

    // Then
    assertThat(types)
        .containsOnlyKeys(Channel.SMS, Channel.WHATSAPP)
        .containsEntry(
            Channel.SMS, Set.of(SenderType.LONG_CODE, SenderType.SHORT_CODE, SenderType.TOLL_FREE))
        .containsEntry(Channel.WHATSAPP, Set.of(SenderType.WHATSAPP_NUMBER));
    assertThat(provider.channels()).isEqualTo(types.keySet());
  }

  @ParameterizedTest
  @CsvSource({
    "accountSid, true, false",
    "authToken, true, true",
    "secondaryAuthToken, false, true",
    "apiKeySid, false, false",
    "apiKeySecret, false, true",
    "messagingServiceSid, false, false"
  })
  void formSaysWhatIsRequiredAndWhatIsSecret(String name, boolean required, boolean secret) {
    // When
    AccountForm.Field field = provider.accountForm().field(name).orElseThrow();

    // Then
    assertThat(field.required()).isEqualTo(required);
    assertThat(field.secret()).isEqualTo(secret);
    assertThat(field.help()).isNotBlank();
    assertThat(field.expected()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "accountSid, AC00112233445566778899aabbccddeeff, true",
    "accountSid, ac00112233445566778899aabbccddeeff, false",
    "accountSid, AC00112233445566778899aabbccddeef, false",
    "accountSid, SK00112233445566778899aabbccddeeff, false",
    "apiKeySid, SK00112233445566778899aabbccddeeff, true",
    "messagingServiceSid, MG00112233445566778899aabbccddeeff, true",
    "messagingServiceSid, MG00112233445566778899aabbccddeefg, false",
    "authToken, anything-non-blank, true",
    "authToken, '', false",
    "authToken, a b, false"
  })
  void patternsFollowTwilio(String name, String value, boolean matches) {
    // Given
    String pattern = provider.accountForm().field(name).orElseThrow().pattern();

    // Then
    assertThat(value.matches(pattern)).isEqualTo(matches);
  }

  @Test
  void nothingPrintsASecret() {
    // Given
    Map<String, String> secrets =
        Map.of(
            "authToken", TOKEN, "secondaryAuthToken", SECOND_TOKEN, "apiKeySecret", API_KEY_SECRET);
    OpenAccount account = account(Channel.SMS, Map.of("apiKeySid", API_KEY_SID), secrets);
    var message = outgoing(Channel.SMS, MessageContent.ofText("Hi"));

    // When
    ProviderRequest send =
        provider
            .sender()
            .request(message, context(account), URI.create("https://desk.example.org/status"));
    ProviderRequest list =
        provider
            .sender()
            .lookUp(
                message,
                context(account),
                URI.create("https://desk.example.org/status"),
                Instant.EPOCH)
            .orElseThrow()
            .request();

    // Then
    assertThat(account + " " + send + " " + list + " " + provider.accountForm())
        .doesNotContain(TOKEN, SECOND_TOKEN, API_KEY_SECRET, "Basic ");
  }
}
