package io.parley.channels.twilio;

import static io.parley.channels.twilio.Samples.ACCOUNT_SID;
import static io.parley.channels.twilio.Samples.API_KEY_SECRET;
import static io.parley.channels.twilio.Samples.API_KEY_SID;
import static io.parley.channels.twilio.Samples.CUSTOMER;
import static io.parley.channels.twilio.Samples.OURS;
import static io.parley.channels.twilio.Samples.TOKEN;
import static io.parley.channels.twilio.Samples.URL;
import static io.parley.channels.twilio.Samples.WHATSAPP_CUSTOMER;
import static io.parley.channels.twilio.Samples.WHATSAPP_OURS;
import static io.parley.channels.twilio.Samples.WHATSAPP_URL;
import static io.parley.channels.twilio.Samples.account;
import static io.parley.channels.twilio.Samples.context;
import static io.parley.channels.twilio.Samples.decoded;
import static io.parley.channels.twilio.Samples.outgoing;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.http.Request;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import io.parley.channels.CallContext;
import io.parley.channels.Endpoints;
import io.parley.channels.OpenAccount;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderRequest;
import io.parley.events.Channel;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerAddress.Kind;
import io.parley.events.MessageContent;
import io.parley.events.MessageTemplate;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our calls against the documented examples and against what the official SDK would send. */
class TwilioCallsTest {

  private static final String SERVICE = "MG00112233445566778899aabbccddeeff";
  private static final String TEMPLATE = "HX0123456789abcdef0123456789abcdef";
  private static final URI CALLBACK = URI.create(URL + "/status?message=1");
  private static final List<URI> PICTURES =
      List.of(
          URI.create("https://files.example.org/a.jpg?x=1&y=2"),
          URI.create("https://files.example.org/b.jpg"));

  private final TwilioSender sender = new TwilioSender();

  @Test
  void documentedTextIsSentByteForByte() {
    // Given
    OutgoingMessage message =
        outgoing(Channel.SMS, MessageContent.ofText("Your parcel left today."));

    // When
    ProviderRequest request =
        sender.request(message, context(account(Channel.SMS)), URI.create(URL + "/status"));

    // Then
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.uri())
        .hasToString(
            "https://api.twilio.com/2010-04-01/Accounts/AC00112233445566778899aabbccddeeff/Messages.json");
    assertThat(request.headers())
        .containsEntry(
            "Authorization",
            List.of(
                "Basic QUMwMDExMjIzMzQ0NTU2Njc3ODg5OWFhYmJjY2RkZWVmZjo2ZjFlMmQzYzRiNWE2OTc4ODc5NmE1YjRjM2QyZTFmMA=="))
        .containsEntry("Content-Type", List.of("application/x-www-form-urlencoded; charset=UTF-8"))
        .containsEntry("Accept", List.of("application/json"));
    assertThat(body(request))
        .isEqualTo(
            "To=%2B12065550142&From=%2B12065550100&Body=Your+parcel+left+today."
                + "&StatusCallback=https%3A%2F%2Fdesk.example.org%2Fwebhooks%2Ftwilio%2Fch_7%2Fstatus");
  }

  @Test
  void documentedTemplateIsSentByteForByte() {
    // Given
    OutgoingMessage message =
        outgoing(
            Channel.WHATSAPP,
            MessageContent.ofTemplate(
                new MessageTemplate(TEMPLATE, Map.of("2", "8841", "1", "Zoë"))));

    // When
    ProviderRequest request =
        sender.request(
            message, context(account(Channel.WHATSAPP)), URI.create(WHATSAPP_URL + "/status"));

    // Then
    assertThat(body(request))
        .isEqualTo(
            "To=whatsapp%3A%2B31612345678&From=whatsapp%3A%2B12065550177"
                + "&ContentSid=HX0123456789abcdef0123456789abcdef"
                + "&ContentVariables=%7B%221%22%3A%22Zo%C3%AB%22%2C%222%22%3A%228841%22%7D"
                + "&StatusCallback=https%3A%2F%2Fdesk.example.org%2Fwebhooks%2Ftwilio-wa%2Fch_9%2Fstatus");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hi", "a & b = c + d % e", "Zoë 📦\nnew line", "  blanks  "})
  void textIsSentAsTheSdkSendsIt(String text) {
    // Given
    Request sdk = sdk(new MessageCreator(phone(CUSTOMER), phone(OURS), text), TOKEN);

    // When
    ProviderRequest request =
        sender.request(
            outgoing(Channel.SMS, MessageContent.ofText(text)),
            context(account(Channel.SMS)),
            CALLBACK);

    // Then
    assertSame(request, sdk);
  }

  @Test
  void attachmentsAreSentAsTheSdkSendsThem() {
    // Given
    Request sdk =
        sdk(new MessageCreator(phone(CUSTOMER), phone(OURS), "Look").setMediaUrl(PICTURES), TOKEN);

    // When
    ProviderRequest request =
        sender.request(
            outgoing(Channel.SMS, new MessageContent("Look", PICTURES)),
            context(account(Channel.SMS)),
            CALLBACK);

    // Then
    assertSame(request, sdk);
    assertThat(decoded(body(request)).get("MediaUrl")).hasSize(2);
  }

  @Test
  void attachmentWithoutTextHasNoBody() {
    // Given
    Request sdk = sdk(new MessageCreator(phone(CUSTOMER), phone(OURS), PICTURES), TOKEN);

    // When
    ProviderRequest request =
        sender.request(
            outgoing(Channel.SMS, new MessageContent(" ", PICTURES)),
            context(account(Channel.SMS)),
            CALLBACK);

    // Then
    assertSame(request, sdk);
  }

  @Test
  void templateIsSentAsTheSdkSendsIt() {
    // Given
    Request sdk =
        sdk(
            new MessageCreator(
                    phone("whatsapp:" + WHATSAPP_CUSTOMER),
                    phone("whatsapp:" + WHATSAPP_OURS),
                    List.of())
                .setContentSid(TEMPLATE)
                .setContentVariables("{\"1\":\"a \\\"quote\\\"\"}"),
            TOKEN);

    // When
    ProviderRequest request =
        sender.request(
            outgoing(
                Channel.WHATSAPP,
                MessageContent.ofTemplate(
                    new MessageTemplate(TEMPLATE, Map.of("1", "a \"quote\"")))),
            context(account(Channel.WHATSAPP)),
            CALLBACK);

    // Then
    assertSame(request, sdk);
  }

  @Test
  void messagingServiceGoesTogetherWithTheSender() {
    // Given
    OpenAccount account =
        account(Channel.SMS, Map.of("messagingServiceSid", SERVICE), Map.of("authToken", TOKEN));
    Request sdk =
        sdk(
            new MessageCreator(phone(CUSTOMER), phone(OURS), "Hi").setMessagingServiceSid(SERVICE),
            TOKEN);

    // When
    ProviderRequest request =
        sender.request(
            outgoing(Channel.SMS, MessageContent.ofText("Hi")), context(account), CALLBACK);

    // Then
    assertSame(request, sdk);
  }

  @Test
  void apiKeyIsUsedWhereThereIsOne() {
    // Given
    OpenAccount account =
        account(
            Channel.SMS,
            Map.of("apiKeySid", API_KEY_SID),
            Map.of("authToken", TOKEN, "apiKeySecret", API_KEY_SECRET));
    CapturingClient network = new CapturingClient("{}");
    TwilioRestClient client =
        new TwilioRestClient.Builder(API_KEY_SID, API_KEY_SECRET)
            .accountSid(ACCOUNT_SID)
            .httpClient(network)
            .build();
    new MessageCreator(phone(CUSTOMER), phone(OURS), "Hi")
        .setStatusCallback(CALLBACK)
        .create(client);

    // When
    ProviderRequest request =
        sender.request(
            outgoing(Channel.SMS, MessageContent.ofText("Hi")), context(account), CALLBACK);

    // Then
    assertSame(request, network.only());
  }

  @Test
  void halfAnApiKeyIsNotUsed() {
    // Given
    OpenAccount account =
        account(Channel.SMS, Map.of("apiKeySid", API_KEY_SID), Map.of("authToken", TOKEN));
    Request sdk = sdk(new MessageCreator(phone(CUSTOMER), phone(OURS), "Hi"), TOKEN);

    // When
    ProviderRequest request =
        sender.request(
            outgoing(Channel.SMS, MessageContent.ofText("Hi")), context(account), CALLBACK);

    // Then
    assertSame(request, sdk);
  }

  @Test
  void hiddenUserIsReachedByTheBusinessScopedId() {
    // Given
    CustomerAddress hidden = new CustomerAddress(Kind.BUSINESS_SCOPED_ID, "NL.1349");

    // When
    ProviderRequest request =
        sender.request(
            outgoing(Channel.WHATSAPP, hidden, MessageContent.ofText("Hi")),
            context(account(Channel.WHATSAPP)),
            CALLBACK);

    // Then
    assertThat(body(request)).startsWith("To=whatsapp%3ANL.1349&From=whatsapp%3A%2B12065550177&");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8099", "http://127.0.0.1:8099/"})
  void baseUrlMayBeAnother(String base) {
    // When
    ProviderRequest request =
        sender.request(
            outgoing(Channel.SMS, MessageContent.ofText("Hi")),
            new CallContext(
                account(Channel.SMS), new Endpoints(URI.create(base)), Samples.NOW, null),
            CALLBACK);

    // Then
    assertThat(request.uri())
        .hasToString("http://127.0.0.1:8099/2010-04-01/Accounts/" + ACCOUNT_SID + "/Messages.json");
  }

  @Test
  void lookUpDoesNotFilterByTheDayOfSendingBecauseQueuedMessagesHaveNone() {
    // When
    ProviderRequest request =
        sender
            .lookUp(
                outgoing(Channel.SMS, MessageContent.ofText("Hi")),
                context(account(Channel.SMS)),
                CALLBACK,
                Instant.EPOCH)
            .orElseThrow()
            .request();

    // Then
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.headers()).containsKey("Authorization");
    assertThat(request.uri().getRawQuery())
        .isEqualTo("To=%2B12065550142&From=%2B12065550100&PageSize=1000");
  }

  @Test
  void lookUpBehindAMessagingServiceDoesNotAskForTheSender() {
    // Given
    OpenAccount account =
        account(Channel.SMS, Map.of("messagingServiceSid", SERVICE), Map.of("authToken", TOKEN));

    // When
    ProviderRequest request =
        sender
            .lookUp(
                outgoing(Channel.SMS, MessageContent.ofText("Hi")),
                context(account),
                CALLBACK,
                Instant.EPOCH)
            .orElseThrow()
            .request();

    // Then
    assertThat(request.uri().getRawQuery()).doesNotContain("From=");
  }

  @Test
  void sdkReadsTheListUnderTheSameNames() {
    // Given
    CapturingClient network =
        new CapturingClient("{\"messages\":[],\"page\":0,\"page_size\":1000}");
    Message.reader()
        .setTo(CUSTOMER)
        .setFrom(OURS)
        .setPageSize(1000L)
        .firstPage(client(network, TOKEN));

    // When
    ProviderRequest request =
        sender
            .lookUp(
                outgoing(Channel.SMS, MessageContent.ofText("Hi")),
                context(account(Channel.SMS)),
                CALLBACK,
                Instant.EPOCH)
            .orElseThrow()
            .request();

    // Then
    assertThat(request.uri().getPath()).isEqualTo(network.only().constructURL().getPath());
    assertThat(decoded(request.uri().getRawQuery()).keySet())
        .isEqualTo(network.only().getQueryParams().keySet());
  }

  /** Same method, URL, credentials and fields; the order of fields means nothing. */
  private static void assertSame(ProviderRequest ours, Request sdk) {
    assertThat(ours.method()).isEqualTo(sdk.getMethod().toString());
    assertThat(ours.uri()).hasToString(sdk.constructURL().toString());
    assertThat(ours.headers().get("Authorization")).containsExactly(sdk.getAuthString());
    assertThat(decoded(body(ours))).isEqualTo(sdk.getPostParams());
  }

  private static Request sdk(MessageCreator creator, String token) {
    CapturingClient network = new CapturingClient("{}");
    creator.setStatusCallback(CALLBACK).create(client(network, token));
    return network.only();
  }

  private static TwilioRestClient client(CapturingClient network, String token) {
    return new TwilioRestClient.Builder(ACCOUNT_SID, token).httpClient(network).build();
  }

  private static PhoneNumber phone(String number) {
    return new PhoneNumber(number);
  }

  private static String body(ProviderRequest request) {
    return new String(request.body(), UTF_8);
  }
}
