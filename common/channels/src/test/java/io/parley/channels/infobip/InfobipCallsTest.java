package io.parley.channels.infobip;

import static io.parley.channels.infobip.Samples.API_KEY;
import static io.parley.channels.infobip.Samples.MESSAGE_ID;
import static io.parley.channels.infobip.Samples.NOW;
import static io.parley.channels.infobip.Samples.STATUS;
import static io.parley.channels.infobip.Samples.account;
import static io.parley.channels.infobip.Samples.address;
import static io.parley.channels.infobip.Samples.context;
import static io.parley.channels.infobip.Samples.outgoing;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.CallContext;
import io.parley.channels.CheckStep;
import io.parley.channels.Endpoints;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderRequest;
import io.parley.channels.wire.JsonBody;
import io.parley.events.MessageContent;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InfobipCallsTest {

  @Test
  void documentedCallIsWrittenByteForByte() {
    // Given
    String documented =
        "{\"messages\":[{\"sender\":\"447700900999\",\"destinations\":[{\"to\":\"447700900123\","
            + "\"messageId\":\"conv-91-m7\"}],\"content\":{\"text\":\"Your parcel leaves today.\"},"
            + "\"webhooks\":{\"delivery\":{\"url\":\"https://hooks.example.org/webhooks/infobip/ch_3/9fT2…\","
            + "\"intermediateReport\":true},\"contentType\":\"application/json\","
            + "\"callbackData\":\"conv-91\"}}]}";

    // When
    ProviderRequest request =
        InfobipCalls.send(outgoing("Your parcel leaves today."), context(account()), STATUS);

    // Then
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.uri()).hasToString("https://xk3p9z.api.infobip.com/sms/3/messages");
    assertThat(request.headers())
        .containsOnly(
            entry("Authorization", List.of("App " + API_KEY)),
            entry("Content-Type", List.of("application/json")),
            entry("Accept", List.of("application/json")),
            entry("User-Agent", List.of("Parley")));
    assertThat(new String(request.body(), UTF_8))
        .isEqualTo(
            documented
                .replace("conv-91-m7", MESSAGE_ID.toString())
                .replace("conv-91", MESSAGE_ID.toString())
                .replace(
                    "https://hooks.example.org/webhooks/infobip/ch_3/9fT2…", STATUS.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "message, on, '{\"url\":\"#\",\"intermediateReport\":true}'",
    "message, off, '{\"url\":\"#\",\"intermediateReport\":false}'",
    "subscription, on, '{\"intermediateReport\":true}'",
    "off, on, '{\"notify\":false}'"
  })
  void reportsComeAsTheAccountWantsThem(String reports, String intermediate, String expected) {
    // Given
    CallContext context =
        context(account("deliveryReports", reports, "intermediateReports", intermediate));

    // When
    JsonNode message = message(InfobipCalls.send(outgoing("Hi"), context, STATUS));

    // Then
    assertThat(message.at("/webhooks/delivery"))
        .hasToString(expected.replace("#", STATUS.toString()));
  }

  @Test
  void settingsGoIntoTheMessage() {
    // Given
    CallContext context =
        context(
            account(
                "validityMinutes",
                "2880",
                "transliteration",
                "GREEK",
                "languageCode",
                "TR",
                "campaignReferenceId",
                "spring",
                "entityId",
                "ent",
                "applicationId",
                "app",
                "indiaPrincipalEntityId",
                "p",
                "indiaContentTemplateId",
                "c",
                "indiaTelemarketerId",
                "t",
                "turkeyRecipientType",
                "TACIR",
                "turkeyBrandCode",
                "77",
                "koreaTitle",
                "News",
                "koreaResellerCode",
                "12"));

    // When
    JsonNode message = message(InfobipCalls.send(outgoing("Hi"), context, STATUS));

    // Then
    assertThat(message.path("content"))
        .hasToString(
            "{\"text\":\"Hi\",\"transliteration\":\"GREEK\",\"language\":{\"languageCode\":\"TR\"}}");
    assertThat(message.path("options"))
        .hasToString(
            "{\"validityPeriod\":{\"amount\":2880,\"timeUnit\":\"MINUTES\"},"
                + "\"campaignReferenceId\":\"spring\","
                + "\"platform\":{\"entityId\":\"ent\",\"applicationId\":\"app\"},"
                + "\"regional\":{\"indiaDlt\":{\"principalEntityId\":\"p\","
                + "\"contentTemplateId\":\"c\",\"telemarketerId\":\"t\"},"
                + "\"turkeyIys\":{\"recipientType\":\"TACIR\",\"brandCode\":\"77\"},"
                + "\"southKorea\":{\"title\":\"News\",\"resellerCode\":\"12\"}}}");
  }

  @Test
  void absentSettingsAreNotThere() {
    // When
    ProviderRequest request = InfobipCalls.send(outgoing("Hi"), context(account()), STATUS);

    // Then
    assertThat(new String(request.body(), UTF_8)).doesNotContain("null", "options");
  }

  @ParameterizedTest
  @CsvSource({
    "+447700900999, +447700900123, , 447700900999, 447700900123",
    "72345, +447700900123, , 72345, 447700900123",
    "InfoSMS, +447700900123, , InfoSMS, 447700900123",
    "+447700900999, +447911123456, 4407911123456, 447700900999, 4407911123456"
  })
  void numbersHaveNoPlus(
      String from, String to, @Nullable String replyTo, String sender, String destination) {
    // Given
    OutgoingMessage message = outgoing(address(from), to, replyTo, MessageContent.ofText("Hi"));

    // When
    JsonNode sent = message(InfobipCalls.send(message, context(account()), STATUS));

    // Then
    assertThat(sent.path("sender").asText()).isEqualTo(sender);
    assertThat(sent.at("/destinations/0/to").asText()).isEqualTo(destination);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xk3p9z.api.infobip.com",
        "https://xk3p9z.api.infobip.com",
        "HTTPS://XK3P9Z.api.infobip.com/",
        "xk3p9z.api.infobip.com//"
      })
  void baseUrlIsReadAsPeoplePasteIt(String entered) {
    // When
    String base = InfobipCalls.base(account("baseUrl", entered));

    // Then
    assertThat(base).isEqualTo("https://xk3p9z.api.infobip.com");
    assertThat(entered).matches(InfobipForm.FORM.field("baseUrl").orElseThrow().pattern());
  }

  @Test
  void callGoesToTheSimulatorWhereThereIsOne() {
    // Given
    CallContext context =
        new CallContext(
            account(), new Endpoints(URI.create("http://localhost:4711/infobip")), NOW, null);

    // When
    ProviderRequest request = InfobipCalls.send(outgoing("Hi"), context, STATUS);

    // Then
    assertThat(request.uri()).hasToString("http://localhost:4711/infobip/sms/3/messages");
  }

  @Test
  void halfACharacterDoesNotStopTheCall() {
    // When
    JsonNode sent = message(InfobipCalls.send(outgoing("a\ud83db"), context(account()), STATUS));

    // Then
    assertThat(sent.at("/content/text").asText()).isEqualTo("a\ufffdb");
  }

  @Test
  void checkAsksWithAFilterThatNothingFits() {
    // Given
    CallContext later = new CallContext(account(), Endpoints.REAL, NOW.plusSeconds(1), null);

    // When
    URI first = asked(context(account())).uri();
    URI second = asked(later).uri();

    // Then
    assertThat(first.toString())
        .matches(
            "https://xk3p9z\\.api\\.infobip\\.com/sms/3/reports\\?messageId=[0-9a-f-]{36}&limit=1");
    assertThat(second).isNotEqualTo(first);
    assertThat(asked(context(account())).method()).isEqualTo("GET");
  }

  @Test
  void nothingPrintsASecret() {
    // Given
    CallContext context = context(account());

    // When
    String printed =
        InfobipCalls.send(outgoing("Hi"), context, STATUS)
            + " "
            + new InfobipAccountCheck().begin(context)
            + context
            + new InfobipProvider().accountForm();

    // Then
    assertThat(printed).doesNotContain(API_KEY, "App ");
  }

  @Test
  void anotherAccountSendsWithItsOwnKey() {
    // Given
    String key = API_KEY.replace('0', '9');

    // When
    ProviderRequest request =
        InfobipCalls.send(outgoing("Hi"), context(account(Map.of("apiKey", key))), STATUS);

    // Then
    assertThat(request.headers().get("Authorization")).containsExactly("App " + key);
  }

  @ParameterizedTest
  @CsvSource({
    "https://xk3p9z.api.infobip.com/mms/1/a.jpg, true",
    "https://media.infobip.com/a.jpg, true",
    "http://xk3p9z.api.infobip.com/a.jpg, false",
    "https://infobip.com.example.org/a.jpg, false",
    "https://evilinfobip.com/a.jpg, false",
    "https://example.org/a.jpg, false"
  })
  void mediaGetTheKeyOnInfobipsHostsOnly(URI url, boolean withKey) {
    // When
    Map<String, List<String>> headers = new InfobipMedia().headers(url, context(account()));

    // Then
    assertThat(headers)
        .isEqualTo(withKey ? Map.of("Authorization", List.of("App " + API_KEY)) : Map.of());
  }

  private static ProviderRequest asked(CallContext context) {
    return ((CheckStep.Ask) new InfobipAccountCheck().begin(context)).request();
  }

  private static JsonNode message(ProviderRequest request) {
    return JsonBody.read(request.body()).at("/messages/0");
  }
}
