package io.parley.channels.linkmobility;

import static io.parley.channels.linkmobility.Samples.MESSAGE_ID;
import static io.parley.channels.linkmobility.Samples.NOW;
import static io.parley.channels.linkmobility.Samples.account;
import static io.parley.channels.linkmobility.Samples.common;
import static io.parley.channels.linkmobility.Samples.context;
import static io.parley.channels.linkmobility.Samples.myLink;
import static io.parley.channels.linkmobility.Samples.ours;
import static io.parley.channels.linkmobility.Samples.outgoing;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.CallContext;
import io.parley.channels.Endpoints;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderRequest;
import io.parley.channels.wire.JsonBody;
import io.parley.events.CustomerAddress;
import io.parley.events.MessageContent;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkCallsTest {

  private static final URI CALLBACK =
      URI.create("https://chat.harborbooks.example/hooks/link/4be0d1");

  private final LinkSender sender = new LinkSender();

  @Test
  void commonRequestIsTheDocumentedOneByteForByte() {
    // Given
    OutgoingMessage message =
        outgoing(
            ours("27333", SenderType.SHORT_CODE),
            "+4790012345",
            "Ff0kR2+uYQkAAAGQm1/8pTz4",
            MessageContent.ofText("Hei! Pakken kommer torsdag."));

    // When
    ProviderRequest request = sender.request(message, context(common()), CALLBACK);

    // Then
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.uri()).hasToString("https://n-eu.linkmobility.io/sms/send");
    assertThat(request.headers().get("Authorization"))
        .containsExactly("Basic aGFyYm9yX2FwaTpLZWxwJlRpZGUtOQ==");
    assertThat(request.headers().get("Content-Type"))
        .containsExactly("application/json; charset=utf-8");
    assertThat(new String(request.body(), UTF_8))
        .isEqualTo(
            ("{\"source\":\"27333\",\"sourceTON\":\"SHORTNUMBER\",\"destination\":\"+4790012345\","
                    + "\"destinationTON\":\"MSISDN\",\"dcs\":\"TEXT\",\"userData\":\"Hei! Pakken"
                    + " kommer torsdag.\",\"useDeliveryReport\":true,\"deliveryReportGates\":"
                    + "[\"Tq3mVbZk\"],\"platformId\":\"COMMON_API\",\"platformPartnerId\":\"48213\","
                    + "\"refId\":\"01HPX3M8Z7Q4\",\"ignoreResponse\":false,"
                    + "\"moReferenceId\":\"Ff0kR2+uYQkAAAGQm1/8pTz4\","
                    + "\"customParameters\":{\"replySmsCount\":\"true\"}}")
                .replace("01HPX3M8Z7Q4", MESSAGE_ID.toString()));
  }

  @Test
  void withoutAGateNoReportIsAskedFor() {
    // When
    ProviderRequest request =
        sender.request(
            outgoing("Hei"),
            context(common("gateId", "(none)", "ignoreResponse", "true")),
            CALLBACK);

    // Then
    var body = JsonBody.read(request.body());
    assertThat(body.path("useDeliveryReport").booleanValue()).isFalse();
    assertThat(body.has("deliveryReportGates")).isFalse();
    assertThat(body.has("moReferenceId")).isFalse();
    assertThat(body.path("ignoreResponse").booleanValue()).isTrue();
  }

  @Test
  void myLinkRequestIsTheDocumentedOneByteForByte() {
    // Given
    OutgoingMessage message =
        outgoing(
            ours("HarborBooks", SenderType.ALPHANUMERIC),
            "+46700001234",
            null,
            MessageContent.ofText("Your order is on its way"));

    // When
    ProviderRequest request = sender.request(message, context(myLink()), CALLBACK);

    // Then
    assertThat(request.uri()).hasToString("https://api.linkmobility.com/sms/v1/messages");
    assertThat(request.headers().get("Authorization")).containsExactly("Bearer eyJ0ZXN0");
    assertThat(request.headers().get("Content-Type")).containsExactly("application/json");
    assertThat(new String(request.body(), UTF_8))
        .isEqualTo(
            ("[{\"recipient\":\"+46700001234\",\"referenceId\":\"01HQ0B6E5V3R\",\"content\":"
                    + "{\"text\":\"Your order is on its way\",\"options\":{\"sms.sender\":"
                    + "\"HarborBooks\",\"sms.encoding\":\"AutoDetect\"}},\"callback\":{\"mode\":"
                    + "\"URL\",\"urls\":[\"https://chat.harborbooks.example/hooks/link/4be0d1\"]}}]")
                .replace("01HQ0B6E5V3R", MESSAGE_ID.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "PROFILE, '{\"mode\":\"Profile\"}'",
    "GATE, '{\"mode\":\"Gate\",\"gateId\":\"g1\"}'",
    "NONE, '{\"mode\":\"None\"}'"
  })
  void myLinkReportsWhereTheAccountSays(String mode, String expected) {
    // When
    ProviderRequest request =
        sender.request(
            outgoing("Hei"), context(myLink("callbackMode", mode, "gateId", "g1")), CALLBACK);

    // Then
    assertThat(JsonBody.read(request.body()).path(0).path("callback")).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({"CONTENT, Content", "CONTENT_AND_RECIPIENT, ContentAndRecipient", "NONE, ''"})
  void myLinkHidesWhatTheAccountSays(String obfuscate, String expected) {
    // When
    ProviderRequest request =
        sender.request(outgoing("Hei"), context(myLink("obfuscate", obfuscate)), CALLBACK);

    // Then
    assertThat(
            JsonBody.read(request.body()).at("/0/content/options").path("sms.obfuscate").asText(""))
        .isEqualTo(expected);
  }

  @Test
  void commonAccountWithOauthSendsItsToken() {
    // When
    ProviderRequest request =
        sender.request(
            outgoing("Hei"),
            context(common("authentication", "OAUTH2", "clientId", "c1")),
            CALLBACK);

    // Then
    assertThat(request.headers().get("Authorization")).containsExactly("Bearer eyJ0ZXN0");
  }

  @Test
  void customerIsWrittenToAsReceivedWithAPlusSign() {
    // Given
    OutgoingMessage message =
        new OutgoingMessage(
            MESSAGE_ID,
            ours("27333", SenderType.SHORT_CODE),
            new CustomerAddress(CustomerAddress.Kind.PHONE_NUMBER, "+525512345678"),
            "5215512345678",
            MessageContent.ofText("Hola"),
            null,
            NOW);

    // When
    ProviderRequest request = sender.request(message, context(common()), CALLBACK);

    // Then
    assertThat(JsonBody.read(request.body()).path("destination").asText())
        .isEqualTo("+5215512345678");
  }

  @Test
  void endpointCanBePutInFront() {
    // Given
    CallContext context =
        new CallContext(
            account(common()), new Endpoints(URI.create("http://localhost:8090/link")), NOW, null);

    // When
    ProviderRequest request = sender.request(outgoing("Hei"), context, CALLBACK);

    // Then
    assertThat(request.uri()).hasToString("http://localhost:8090/link/sms/send");
  }

  @Test
  void accountSendsWithItsOwnCredentialsOnly() {
    // Given
    CallContext other =
        new CallContext(
            account(common("username", "other"), Map.of("password", "p2")),
            Endpoints.REAL,
            NOW,
            null);

    // When
    ProviderRequest request = sender.request(outgoing("Hei"), other, CALLBACK);

    // Then
    assertThat(request.headers().get("Authorization")).containsExactly("Basic b3RoZXI6cDI=");
  }
}
