package io.parley.channels.twilio;

import static io.parley.channels.twilio.Samples.BUTTON_BODY;
import static io.parley.channels.twilio.Samples.INBOUND_BODY;
import static io.parley.channels.twilio.Samples.LOCATION_BODY;
import static io.parley.channels.twilio.Samples.READ_BODY;
import static io.parley.channels.twilio.Samples.SECOND_TOKEN;
import static io.parley.channels.twilio.Samples.STATUS_BODY;
import static io.parley.channels.twilio.Samples.TOKEN;
import static io.parley.channels.twilio.Samples.URL;
import static io.parley.channels.twilio.Samples.WHATSAPP_URL;
import static io.parley.channels.twilio.Samples.decoded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of providers/twilio-sms.md §4.1 and twilio-whatsapp.md §4, and what is near them. */
class TwilioSignatureTest {

  private static final String SMALL_BODY =
      "Body=Hi&From=%2B12065550142&MessageSid=SM0a1b2c3d4e5f60718293a4b5c6d7e8f9&To=%2B12065550100";
  private static final String A = "2BmNvfY2USHxgokaYS8xrH0P4fg=";

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void documentedVectorsAreReproduced(String name, String url, String body, String signature) {
    // Given
    Map<String, List<String>> parameters = body.isEmpty() ? Map.of() : decoded(body);

    // When
    String made = TwilioSignature.sign(TOKEN, url, parameters);

    // Then
    assertThat(made).isEqualTo(signature);
  }

  static Stream<Arguments> documentedVectorsAreReproduced() {
    return Stream.of(
        Arguments.of("A small form", URL, SMALL_BODY, A),
        Arguments.of("B full", URL + "?tenant=acme", INBOUND_BODY, "FVczjAyngOAKWK67VV7547FyTKw="),
        Arguments.of(
            "B with port",
            "https://desk.example.org:443/webhooks/twilio/ch_7?tenant=acme",
            INBOUND_BODY,
            "iIMFtriwEjpQcQwEoj/1LZB5gDs="),
        Arguments.of("C status", URL + "/status", STATUS_BODY, "MNyym3W+eD+twPOMEyCfOQNt9+4="),
        Arguments.of(
            "D repeated and empty", URL, "Tag=b&Tag=a&Tag=a&Body=", "cx1McskxqMJybzYiKVRV8YJjv+c="),
        Arguments.of("E case order", URL, "b=1&B=2&a=3&Z=4", "zawcw96pOdxrH7yeJ62WbTpuk4Y="),
        Arguments.of("F GET", URL + "?" + SMALL_BODY, "", "hq3XZGY+rrpr1mJm/qdHCKW2k7U="),
        Arguments.of(
            "G JSON",
            URL
                + "?tenant=acme&bodySHA256=9239c422a41b555493841e492401a13c6081045f49bd7223f575c7e1f7d86f7f",
            "",
            "fSg4e5f5Ki20vuiqX4MrJS6BN1s="),
        Arguments.of("WhatsApp 1", WHATSAPP_URL, BUTTON_BODY, "WuEPtw+GwAfsS5WuuFarr6eAeRw="),
        Arguments.of("WhatsApp 2", WHATSAPP_URL, LOCATION_BODY, "LcSPppsRRfa1of8vgOA/YLefV0g="),
        Arguments.of(
            "WhatsApp 3", WHATSAPP_URL + "/status", READ_BODY, "GNudid+xvUQyiZRJht3jOl1gX38="));
  }

  @ParameterizedTest
  @CsvSource({
    "FVczjAyngOAKWK67VV7547FyTKw=, true",
    "iIMFtriwEjpQcQwEoj/1LZB5gDs=, true",
    "ZJZ2fy2Qwqz7s385Uey7MXE+XbM=, false",
    "HewYADL3rXP1+Dkvfkds5gnMMhs=, false",
    "Av6x2i1JHAnN1O4EC3GvdhX/CVQ=, false"
  })
  void onlyThePortMayBeSpeltInTwoWays(String signature, boolean accepted) {
    // Given
    String url = URL + "?tenant=acme";

    // When
    boolean matches =
        TwilioSignature.matches(List.of(TOKEN), url, decoded(INBOUND_BODY), signature);

    // Then
    assertThat(matches).isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource({
    "https://desk.example.org:443/a, https://desk.example.org/a",
    "https://desk.example.org/a, https://desk.example.org:443/a",
    "http://desk.example.org/a, http://desk.example.org:80/a",
    "http://desk.example.org:80/a, http://desk.example.org/a",
    "https://desk.example.org:8443/a, https://desk.example.org:8443/a",
    "https://desk.example.org:8443/a, https://desk.example.org/a",
    "https://[2001:db8::1]/a, https://[2001:db8::1]:443/a",
    "https://user:secret@desk.example.org/a, https://desk.example.org/a",
    "https://desk.example.org/a#rc=5&rp=all, https://desk.example.org/a",
    "https://desk.example.org/a?b=c@d:9, https://desk.example.org:443/a?b=c@d:9"
  })
  void configuredUrlMatchesWhatTwilioSigned(String configured, String signed) {
    // Given
    String signature = TwilioSignature.sign(TOKEN, signed, Map.of());

    // When
    boolean matches = TwilioSignature.matches(List.of(TOKEN), configured, Map.of(), signature);

    // Then
    assertThat(matches).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://desk.example.org/a, https://desk.example.org:80/a",
    "https://desk.example.org/a, https://desk.example.org:8443/a",
    "https://desk.example.org/a, http://desk.example.org/a",
    "https://desk.example.org/a, https://desk.example.org/a/",
    "https://desk.example.org/a?x=%2F, https://desk.example.org/a?x=%2f",
    "https://desk.example.org/a?x=%20, https://desk.example.org/a?x=+",
    "https://desk.example.org/a, https://desk.example.org.evil.example/a"
  })
  void otherUrlsDoNotMatch(String configured, String signed) {
    // Given
    String signature = TwilioSignature.sign(TOKEN, signed, Map.of());

    // When
    boolean matches = TwilioSignature.matches(List.of(TOKEN), configured, Map.of(), signature);

    // Then
    assertThat(matches).isFalse();
  }

  @Test
  void bothTokensAreAcceptedDuringARotation() {
    // Given
    List<String> tokens = List.of(SECOND_TOKEN, TOKEN);

    // When
    boolean matches = TwilioSignature.matches(tokens, URL, decoded(SMALL_BODY), A);

    // Then
    assertThat(matches).isTrue();
  }

  @Test
  void withoutATokenNothingMatches() {
    // Given
    List<String> tokens = List.of("", " ");

    // When
    boolean matches = TwilioSignature.matches(tokens, URL, decoded(SMALL_BODY), A);

    // Then
    assertThat(matches).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "9239c422a41b555493841e492401a13c6081045f49bd7223f575c7e1f7d86f7f, true",
    "9239C422A41B555493841E492401A13C6081045F49BD7223F575C7E1F7D86F7F, false",
    "9239c422a41b555493841e492401a13c6081045f49bd7223f575c7e1f7d86f7e, false",
    "'', false"
  })
  void bodyMatchesItsLowerCaseHashOnly(String hash, boolean accepted) {
    // Given
    byte[] body = "{\"event\":\"ping\",\"n\":1}".getBytes(UTF_8);

    // When
    boolean matches = TwilioSignature.bodyMatches(body, hash);

    // Then
    assertThat(matches).isEqualTo(accepted);
  }
}
