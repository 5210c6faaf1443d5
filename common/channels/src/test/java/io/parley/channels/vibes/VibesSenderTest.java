package io.parley.channels.vibes;

import static io.parley.channels.vibes.Samples.ACCEPTED;
import static io.parley.channels.vibes.Samples.MESSAGE_ID;
import static io.parley.channels.vibes.Samples.NOT_LEASED;
import static io.parley.channels.vibes.Samples.NOW;
import static io.parley.channels.vibes.Samples.account;
import static io.parley.channels.vibes.Samples.context;
import static io.parley.channels.vibes.Samples.ours;
import static io.parley.channels.vibes.Samples.outgoing;
import static io.parley.channels.vibes.Samples.response;
import static io.parley.channels.vibes.Samples.settings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.CallContext;
import io.parley.channels.Endpoints;
import io.parley.channels.LookUpResult;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderRequest;
import io.parley.channels.Question;
import io.parley.channels.SendResult;
import io.parley.channels.wire.XmlBody;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerAddress.Kind;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import io.parley.events.MessageTemplate;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VibesSenderTest {

  private static final URI CALLBACK =
      URI.create("https://chat.harborbooks.example/hooks/vibes/r/6d1f0a9c");

  private final VibesSender sender = new VibesSender();

  @Test
  void requestIsTheDocumentedOneByteForByte() {
    // When
    ProviderRequest request =
        sender.request(outgoing("Hello from Harbor Books"), context(settings()), CALLBACK);

    // Then
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.uri())
        .hasToString("https://messageapi.vibesapps.com/MessageApi/mt/messages");
    assertThat(request.headers().get("Authorization"))
        .containsExactly("Basic b3BzQGhhcmJvcmJvb2tzLmV4YW1wbGU6VGlkZS00Mg==");
    assertThat(request.headers().get("Content-Type")).containsExactly("text/xml; charset=UTF-8");
    assertThat(body(request))
        .isEqualTo(
            ("<mtMessage submitterMessageId=\"01HPX4Z1S8CC\" splitLongMessage=\"true\"><destination"
                    + " address=\"+13125550143\" type=\"MDN\"/><source address=\"73355\""
                    + " type=\"SC\"/><text>Hello from Harbor Books</text><receiptOption"
                    + " callbackUrl=\"https://chat.harborbooks.example/hooks/vibes/r/6d1f0a9c\">ALL</receiptOption></mtMessage>")
                .replace("01HPX4Z1S8CC", MESSAGE_ID.toString()));
  }

  @Test
  void answerNamesTheMessageAnsweredAndEscapesTheText() {
    // Given
    OutgoingMessage message =
        outgoing(
            ours("73355", SenderType.SHORT_CODE),
            "5d0c9f9e-0b1a-4a35-8a0e-aa0a54f2d911",
            MessageContent.ofText("Your order ships Thursday & arrives <Friday>.\r\n\"Bye\" ]]>"));
    URI callback = URI.create("https://x.example/status?message=1&b=2");

    // When
    ProviderRequest request = sender.request(message, context(settings()), callback);

    // Then
    assertThat(body(request))
        .contains("ships Thursday &amp; arrives &lt;Friday")
        .endsWith("<transaction id=\"5d0c9f9e-0b1a-4a35-8a0e-aa0a54f2d911\"/></mtMessage>");
    var root = XmlBody.read(request.body()).orElseThrow();
    assertThat(XmlBody.child(root, "text").orElseThrow().getTextContent())
        .isEqualTo("Your order ships Thursday & arrives <Friday>.\n\"Bye\" ]]>");
    assertThat(XmlBody.child(root, "receiptOption").orElseThrow().getAttribute("callbackUrl"))
        .isEqualTo(callback.toString());
  }

  @Test
  void whatTheAccountSaysIsSent() {
    // Given
    Map<String, String> settings =
        settings(
            "baseUrl", "https://api.vibesapps.com",
            "pathPrefix", "/v3/MessageApi",
            "contentType", "application/xml",
            "companyId", "77",
            "longCodeType", "TF",
            "receiptOption", "SMSC_ALL",
            "splitLongMessage", "false");

    // When
    ProviderRequest request =
        sender.request(
            outgoing(ours("+18885550123", SenderType.TOLL_FREE), null, MessageContent.ofText("Hi")),
            context(settings),
            CALLBACK);

    // Then
    assertThat(request.uri()).hasToString("https://api.vibesapps.com/v3/MessageApi/mt/messages");
    assertThat(request.headers().get("Content-Type"))
        .containsExactly("application/xml; charset=UTF-8");
    assertThat(body(request))
        .contains(
            "splitLongMessage=\"false\"",
            "<source address=\"+18885550123\" type=\"TF\"/>",
            "<companyId>77</companyId>",
            ">SMSC_ALL<");
  }

  @Test
  void longCodeHasTheUnconfirmedTypeByDefault() {
    // When
    ProviderRequest request =
        sender.request(
            outgoing(ours("+13125550100", SenderType.LONG_CODE), null, MessageContent.ofText("Hi")),
            context(settings()),
            CALLBACK);

    // Then
    assertThat(body(request)).contains("<source address=\"+13125550100\" type=\"LC\"/>");
  }

  @Test
  void endpointCanBePutInFront() {
    // Given
    CallContext context =
        new CallContext(
            account(settings()), new Endpoints(URI.create("http://localhost:8090")), NOW, null);

    // When
    ProviderRequest request = sender.request(outgoing("Hi"), context, CALLBACK);

    // Then
    assertThat(request.uri()).hasToString("http://localhost:8090/MessageApi/mt/messages");
  }

  @ParameterizedTest
  @CsvSource({
    "a, 900, true, true", "a, 901, true, false", "я, 900, true, true", "😀, 900, true, true",
    "😀, 901, true, false", "a, 160, false, true", "a, 161, false, false", "я, 70, false, true",
    "я, 71, false, false"
  })
  void lengthIsLimited(String character, int times, boolean split, boolean allowed) {
    // When
    var refusal =
        sender.check(
            outgoing(character.repeat(times)), settings("splitLongMessage", String.valueOf(split)));

    // Then
    assertThat(refusal.isEmpty()).isEqualTo(allowed);
  }

  @Test
  void limitIsTheAccounts() {
    // Then
    assertThat(sender.check(outgoing("a".repeat(21)), settings("longestText", "20")))
        .hasValueSatisfying(refused -> assertThat(refused.reason().text()).contains("20"));
  }

  @ParameterizedTest
  @CsvSource({"'\u0001', false", "'\ud800', false", "'\ufffe', false", "😀, true", "'\t', true"})
  void charactersThatXmlCannotCarryAreRefusedAndNeverSent(String character, boolean allowed) {
    // Given
    OutgoingMessage message = outgoing("a" + character + "b");

    // When
    var refusal = sender.check(message, settings());
    ProviderRequest request = sender.request(message, context(settings()), CALLBACK);

    // Then
    assertThat(refusal.isEmpty()).isEqualTo(allowed);
    assertThat(XmlBody.read(request.body())).isPresent();
  }

  @Test
  void anythingButTextToAPhoneNumberIsRefused() {
    // Given
    var media = new MessageContent("x", List.of(URI.create("https://x.example/a.png")));
    var template = MessageContent.ofTemplate(new MessageTemplate("t", Map.of()));
    OutgoingMessage named =
        new OutgoingMessage(
            MESSAGE_ID,
            ours("73355", SenderType.SHORT_CODE),
            new CustomerAddress(Kind.NAME, "Harbor"),
            null,
            MessageContent.ofText("Hi"),
            null,
            NOW);

    // Then
    assertThat(cause(outgoing(ours("73355", SenderType.SHORT_CODE), null, media)))
        .isEqualTo(FailureCause.CONTENT_INVALID);
    assertThat(cause(outgoing(ours("73355", SenderType.SHORT_CODE), null, template)))
        .isEqualTo(FailureCause.TEMPLATE_INVALID);
    assertThat(
            cause(
                outgoing(
                    ours("+13125550143", SenderType.LONG_CODE), null, MessageContent.ofText("Hi"))))
        .isEqualTo(FailureCause.RECIPIENT_INVALID);
    assertThat(cause(named)).isEqualTo(FailureCause.RECIPIENT_INVALID);
  }

  @Test
  void documentedSuccessIsAccepted() {
    // Then
    assertThat(result(200, ACCEPTED))
        .isEqualTo(new SendResult.Accepted("a7c1f6de-58b8-4b3c-9a2e-b1b0f2f0e4d5"));
  }

  @Test
  void documentedFailureIsRefusedWithItsBody() {
    // When
    SendResult result = result(200, NOT_LEASED);

    // Then
    assertThat(((SendResult.Refused) result).reason().text()).contains("Source not leased");
    assertThat(((SendResult.Refused) result).reason().providerCode()).isEqualTo("RAW-8");
  }

  @Test
  void bodyOfARefusalIsKeptUpToAKibibyte() {
    // When
    SendResult result = result(200, "no ".repeat(2_000));

    // Then
    assertThat(((SendResult.Refused) result).reason().text())
        .contains("no no")
        .hasSizeLessThan(1_100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "200; ''; Unknown",
        "200; not xml; Refused",
        "200; <mtMessageRsp messageId=\"\"/>; Refused",
        "200; <mtMessageRsp messageId=\"m\"><status isError=\"true\"/></mtMessageRsp>; Unknown",
        "200; <r><status><internalErrorCode>11</internalErrorCode></status></r>; RetryLater",
        "200; <r><status><internalErrorCode>7</internalErrorCode></status></r>; Refused",
        "202; <mtMessageRsp messageId=\"m\"/>; Accepted",
        "202; <mtMessageRsp/>; Unknown",
        "400; ''; Refused",
        "401; ''; Refused",
        "403; ''; Refused",
        "404; ''; Refused",
        "408; ''; Unknown",
        "429; ''; RetryLater",
        "500; ''; Unknown",
        "503; ''; RetryLater",
        "504; ''; Unknown"
      })
  void answerComesTo(int status, String body, String expected) {
    // Then
    assertThat(result(status, body).getClass().getSimpleName()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"408, RetryLater", "500, RetryLater", "503, Unknown", "400, Refused"})
  void accountSaysWhichStatusesAreTriedAgain(int status, String expected) {
    // When
    SendResult result =
        sender.result(
            response(status, ""), outgoing("Hi"), account(settings("retryStatuses", "408, 500")));

    // Then
    assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
  }

  @Test
  void accountSaysWhatProvesSuccess() {
    // When
    SendResult result =
        sender.result(
            response(200, "<mtMessageRsp id=\"x-1\"/>"),
            outgoing("Hi"),
            account(settings("successAttribute", "id")));

    // Then
    assertThat(result).isEqualTo(new SendResult.Accepted("x-1"));
  }

  @Test
  void blockedCustomerCountsAsOptedOut() {
    // When
    SendResult result =
        result(200, "<r><status><internalErrorCode>9</internalErrorCode></status></r>");

    // Then
    assertThat(((SendResult.Refused) result).optedOut()).isTrue();
  }

  @Test
  void unclearCallIsRepeatedOnlyWhereTheAccountSaysSoAndNotForLong() {
    // Given
    Map<String, String> atLeastOnce = settings("atLeastOnce", "true");
    OutgoingMessage message = outgoing("Hi");

    // When
    var never = sender.lookUp(message, context(settings()), CALLBACK, NOW.minusSeconds(30));
    var again = sender.lookUp(message, context(atLeastOnce), CALLBACK, NOW.minusSeconds(30));
    var late = sender.lookUp(message, context(atLeastOnce), CALLBACK, NOW.minusSeconds(3_601));

    // Then
    assertThat(never).isEmpty();
    assertThat(late).isEmpty();
    assertThat(again.orElseThrow().kind()).isEqualTo(Question.Kind.REPEAT);
    assertThat(body(again.orElseThrow().request()))
        .isEqualTo(body(sender.request(message, context(atLeastOnce), CALLBACK)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "200; <mtMessageRsp messageId=\"m\"/>; Found",
        "200; <mtMessageRsp/>; Ambiguous",
        "429; ''; Unanswered",
        "500; ''; Unanswered"
      })
  void repetitionSaysNothingOfTheFirstCallUnlessItIsTaken(
      int status, String body, String expected) {
    // When
    LookUpResult result =
        sender.lookedUp(
            response(status, body), outgoing("Hi"), account(settings()), NOW, List.of());

    // Then
    assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
  }

  private SendResult result(int status, String body) {
    return sender.result(response(status, body), outgoing("Hi"), account(settings()));
  }

  private FailureCause cause(OutgoingMessage message) {
    return sender.check(message, settings()).orElseThrow().reason().cause();
  }

  private static String body(ProviderRequest request) {
    return new String(request.body(), UTF_8);
  }
}
