package io.parley.channels.twilio;

import static io.parley.channels.twilio.Samples.ACCOUNT_SID;
import static io.parley.channels.twilio.Samples.API_KEY_SECRET;
import static io.parley.channels.twilio.Samples.API_KEY_SID;
import static io.parley.channels.twilio.Samples.NOW;
import static io.parley.channels.twilio.Samples.TOKEN;
import static io.parley.channels.twilio.Samples.account;
import static io.parley.channels.twilio.Samples.context;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.CallContext;
import io.parley.channels.Endpoints;
import io.parley.channels.MediaAccess;
import io.parley.channels.OpenAccount;
import io.parley.channels.wire.BasicCredentials;
import io.parley.events.Channel;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials go to Twilio's hosts and nowhere else (providers/twilio-sms.md §3.3). */
class TwilioMediaTest {

  private static final Map<String, List<String>> CREDENTIALS =
      Map.of("Authorization", List.of(new BasicCredentials(ACCOUNT_SID, TOKEN).header()));

  private final MediaAccess media = new TwilioProvider().media();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1",
        "https://API.TWILIO.COM/x",
        "https://mcs.us1.twilio.com/v1/Media/ME1",
        "https://api.twilio.com:443/x"
      })
  void twiliosHostsGetTheCredentials(String url) {
    // When
    Map<String, List<String>> headers =
        media.headers(URI.create(url), context(account(Channel.SMS)));

    // Then
    assertThat(headers).isEqualTo(CREDENTIALS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.twilio.com/x",
        "https://twilio.com.evil.example/x",
        "https://eviltwilio.com/x",
        "https://evil.example/api.twilio.com",
        "https://api.twilio.com@evil.example/x",
        "https://s3-external-1.amazonaws.com/media.twiliocdn.com/x",
        "file:///api.twilio.com",
        "/relative",
        "data:text/plain,api.twilio.com"
      })
  void otherHostsGetNothing(String url) {
    // When
    Map<String, List<String>> headers =
        media.headers(URI.create(url), context(account(Channel.SMS)));

    // Then
    assertThat(headers).isEmpty();
  }

  @Test
  void placeInFrontStandsForTwiliosHosts() {
    // Given
    CallContext context =
        new CallContext(
            account(Channel.SMS), new Endpoints(URI.create("http://localhost:1234")), NOW, null);

    // Then
    assertThat(media.headers(URI.create("http://localhost:1234/media/ME1"), context))
        .isEqualTo(CREDENTIALS);
    assertThat(media.headers(URI.create("http://localhost:4321/media/ME1"), context)).isEmpty();
  }

  @Test
  void apiKeyOpensMediaWhereThereIsOne() {
    // Given
    OpenAccount account =
        account(
            Channel.SMS,
            Map.of("apiKeySid", API_KEY_SID),
            Map.of("authToken", TOKEN, "apiKeySecret", API_KEY_SECRET));

    // When
    Map<String, List<String>> headers =
        media.headers(URI.create("https://api.twilio.com/x"), context(account));

    // Then
    assertThat(headers)
        .containsEntry(
            "Authorization", List.of(new BasicCredentials(API_KEY_SID, API_KEY_SECRET).header()));
  }
}
