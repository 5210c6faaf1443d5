package io.parley.ingress.provider;

import static io.parley.ingress.provider.Said.message;
import static io.parley.ingress.provider.Said.receipt;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.events.Channel;
import io.parley.ingress.IngressFixture;
import io.parley.testing.ServersResource;
import io.parley.testing.twilio.SignedWebhook;
import io.parley.testing.twilio.TwilioWebhooks;
import io.parley.testing.webhook.WebhookCall;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The calls of providers/twilio-sms.md and twilio-whatsapp.md that {@code WebhookTest} does not
 * make.
 */
@QuarkusTest
@QuarkusTestResource(
    value = ServersResource.class,
    initArgs = @ResourceArg(name = "schema", value = "ingress"))
class TwilioWebhooksTest {

  private static final String ACCOUNT_SID = "AC00112233445566778899aabbccddeeff";
  private static final TwilioWebhooks TWILIO =
      new TwilioWebhooks(ACCOUNT_SID, "6f1e2d3c4b5a69788796a5b4c3d2e1f0");
  private static final TwilioWebhooks OTHER =
      new TwilioWebhooks("AC99112233445566778899aabbccddeeff", "7f1e2d3c4b5a69788796a5b4c3d2e1f0");

  private static final TestAccount SMS =
      TestAccount.sms(
          "twilio",
          "tw_sms",
          Map.of("accountSid", ACCOUNT_SID),
          Map.of("authToken", "6f1e2d3c4b5a69788796a5b4c3d2e1f0"),
          "+12065550100");
  private static final TestAccount TWO =
      TestAccount.sms(
          "twilio",
          "tw_two",
          Map.of("accountSid", "AC99112233445566778899aabbccddeeff"),
          Map.of("authToken", "7f1e2d3c4b5a69788796a5b4c3d2e1f0"),
          "+12065550100");
  private static final TestAccount WHATSAPP =
      new TestAccount(
          "twilio",
          Channel.WHATSAPP,
          "tw_whatsapp",
          Map.of("accountSid", ACCOUNT_SID),
          Map.of("authToken", "6f1e2d3c4b5a69788796a5b4c3d2e1f0"),
          List.of("+12065550177"));

  private static final Answer TAKEN =
      Answer.of(200, "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>")
          .with("content-type", "text/xml; charset=utf-8");
  private static final Answer REPORTED = new Answer(204, Map.of(), "");

  private static final String SID = "SM0a1b2c3d4e5f60718293a4b5c6d7e8f9";
  private static final String SENT = "SM99887766554433221100ffeeddccbbaa";

  /** providers/twilio-whatsapp.md §9.1. */
  private static final String BUTTON =
      """
      SmsMessageSid=SMaabbccddeeff00112233445566778899&NumMedia=0&ProfileName=Zo%C3%AB+Quist\
      &MessageType=button&SmsSid=SMaabbccddeeff00112233445566778899&WaId=31612345678\
      &SmsStatus=received&Body=Yes%2C+confirm&ButtonText=Yes%2C+confirm&ButtonPayload=confirm_8841\
      &ButtonType=REPLY&To=whatsapp%3A%2B12065550177\
      &OriginalRepliedMessageSender=whatsapp%3A%2B12065550177\
      &OriginalRepliedMessageSid=MM11112222333344445555666677778888&NumSegments=1\
      &ReferralNumMedia=0&MessageSid=SMaabbccddeeff00112233445566778899\
      &AccountSid=AC00112233445566778899aabbccddeeff&From=whatsapp%3A%2B31612345678\
      &ApiVersion=2010-04-01""";

  /** providers/twilio-whatsapp.md §9.2. */
  private static final String PLACE =
      """
      SmsMessageSid=SM1029384756afbecd1029384756afbecd&NumMedia=0&ProfileName=Zo%C3%AB+Quist\
      &MessageType=location&SmsSid=SM1029384756afbecd1029384756afbecd&WaId=31612345678\
      &SmsStatus=received&Body=&Latitude=52.370216&Longitude=4.895168&Label=Dam\
      &Address=Dam%2C+Amsterdam&To=whatsapp%3A%2B12065550177&NumSegments=1&ReferralNumMedia=0\
      &MessageSid=SM1029384756afbecd1029384756afbecd&AccountSid=AC00112233445566778899aabbccddeeff\
      &From=whatsapp%3A%2B31612345678&ApiVersion=2010-04-01""";

  /** providers/twilio-whatsapp.md §9.4. */
  private static final String READ =
      """
      EventType=READ&SmsSid=MM5566778899aabbccddeeff0011223344&SmsStatus=read&MessageStatus=read\
      &ChannelPrefix=whatsapp&ChannelInstallSid=XE00000000000000000000000000000001\
      &To=whatsapp%3A%2B31612345678&MessageSid=MM5566778899aabbccddeeff0011223344\
      &AccountSid=AC00112233445566778899aabbccddeeff&From=whatsapp%3A%2B12065550177\
      &ApiVersion=2010-04-01""";

  private static final Desk DESK = new Desk(List.of(SMS, TWO, WHATSAPP));

  @BeforeAll
  static void configure() {
    DESK.configure();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"authenticCalls", "refusedCalls"})
  void callIsAnsweredAndPublished(Case line) {
    DESK.check(line);
  }

  @Test
  void nothingAuthenticIsAnErrorOfOurs() {
    List<String> values =
        List.of(
            "",
            " ",
            "\0",
            "+" + "9".repeat(300),
            "whatsapp:",
            "1e9999",
            "-1",
            "\u202e\ufffe",
            "https://[::1:x/%%%",
            "x".repeat(20_000),
            "NaN",
            "9".repeat(40));
    DESK.survives(
        Stream.of(BUTTON, PLACE, READ)
            .map(TwilioWebhooksTest::fields)
            .flatMap(
                fields ->
                    fields.keySet().stream()
                        .flatMap(
                            name ->
                                values.stream()
                                    .map(
                                        value -> {
                                          Map<String, String> damaged = new LinkedHashMap<>(fields);
                                          damaged.put(name, value);
                                          return call(TWILIO, WHATSAPP.path(), damaged);
                                        }))));
  }

  static Stream<Case> authenticCalls() {
    return Stream.of(
        Case.of(
            "WhatsApp §9.1 button",
            call(TWILIO, WHATSAPP.path(), fields(BUTTON)),
            TAKEN,
            message(
                    WHATSAPP,
                    "SMaabbccddeeff00112233445566778899",
                    "+31612345678",
                    "+12065550177",
                    "Yes, confirm")
                + " selection=confirm_8841"),
        Case.of(
            "WhatsApp §9.2 place",
            call(TWILIO, WHATSAPP.path(), fields(PLACE)),
            TAKEN,
            message(
                    WHATSAPP,
                    "SM1029384756afbecd1029384756afbecd",
                    "+31612345678",
                    "+12065550177",
                    "")
                + " place=52.370216,4.895168"),
        Case.of(
            "WhatsApp §9.4 read",
            call(TWILIO, WHATSAPP.status(), fields(READ)),
            REPORTED,
            receipt(WHATSAPP, "MM5566778899aabbccddeeff0011223344", "READ", "read")),
        Case.of(
            "WhatsApp §5 window closed",
            call(
                TWILIO.status(
                    base(WHATSAPP.status()),
                    "whatsapp:+12065550177",
                    "whatsapp:+31612345678",
                    SENT,
                    "undelivered",
                    "63016")),
            REPORTED,
            receipt(WHATSAPP, SENT, "UNDELIVERED", "undelivered") + " error=63016"),
        Case.of(
            "SMS §3 MMS",
            call(
                TWILIO.message(
                    base(SMS.path()),
                    "+12065550142",
                    "+12065550100",
                    "Look",
                    SID,
                    "https://api.twilio.com/2010-04-01/Accounts/AC0/Messages/MM0/Media/ME0")),
            TAKEN,
            message(SMS, SID, "+12065550142", "+12065550100", "Look")
                + " media=https://api.twilio.com/2010-04-01/Accounts/AC0/Messages/MM0/Media/ME0"
                + " type=image/jpeg"),
        Case.of(
            "SMS §5.2 status that is not known",
            call(
                TWILIO.status(
                    base(SMS.status()), "+12065550100", "+12065550142", SENT, "pondering", null)),
            REPORTED),
        Case.of(
            "SMS §5.3 opted out",
            call(
                TWILIO.status(
                    base(SMS.status()), "+12065550100", "+12065550142", SENT, "failed", "21610")),
            REPORTED,
            receipt(SMS, SENT, "REJECTED", "failed") + " error=21610"),
        Case.of(
            "message of the other account",
            call(OTHER.message(base(TWO.path()), "+12065550142", "+12065550100", "Hi", SID)),
            TAKEN,
            message(TWO, SID, "+12065550142", "+12065550100", "Hi")));
  }

  static Stream<Case> refusedCalls() {
    SignedWebhook hello =
        TWILIO.message(base(SMS.path()), "+12065550142", "+12065550100", "Hi", SID);
    return Stream.of(
        refused(
            "other account's credentials",
            call(OTHER.message(base(SMS.path()), "+12065550142", "+12065550100", "Hi", SID))),
        refused("call of one account at the other's URL", call(hello).at(TWO.path())),
        refused("call for one channel at the other's URL", call(hello).at(WHATSAPP.path())),
        refused("not signed", call(hello).without(SignedWebhook.SIGNATURE)),
        refused("another body", call(hello).saying(hello.body() + "&Body=Bye")),
        Case.of("not a form", call(hello).saying("Body=%ZZ"), Answer.MALFORMED));
  }

  private static Case refused(String name, WebhookCall call) {
    return Case.of(name, call, Answer.FORBIDDEN);
  }

  private static String base(String path) {
    return IngressFixture.BASE + path;
  }

  private static WebhookCall call(SignedWebhook signed) {
    return new WebhookCall(
        "POST",
        signed.url().substring(IngressFixture.BASE.length()),
        signed.headers(),
        signed.body().getBytes(UTF_8));
  }

  private static WebhookCall call(TwilioWebhooks twilio, String path, Map<String, String> fields) {
    return call(twilio.signed(base(path), fields));
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : form.split("&")) {
      int equals = pair.indexOf('=');
      fields.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
    }
    return fields;
  }
}
