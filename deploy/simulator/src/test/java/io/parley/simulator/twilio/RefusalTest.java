package io.parley.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.simulator.http.Parameter;
import io.parley.simulator.http.Parameters;
import io.parley.simulator.testing.Caller;
import io.parley.simulator.testing.Sample;
import io.parley.simulator.testing.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every code with which a send request can be refused. */
class RefusalTest {

  private static final String POOL = "MG00112233445566778899aabbccddeeff";
  private static final String EMPTY_POOL = "MGffeeddccbbaa99887766554433221100";
  private static final String TEMPLATE = "HX0123456789abcdef0123456789abcdef";
  private static final String TEST_ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  private static final String TRIAL_ACCOUNT = "AC11112222333344445555666677778888";
  private static Stage stage;

  @BeforeAll
  static void start() {
    stage = new Stage();
    Twilio twilio = stage.simulator.twilio();
    twilio.putAccount(
        Sample.ACCOUNT,
        Sample.account(stage.receiver.base())
            .with(
                NumberSettings.sms("+12065550111", null).withCapabilities(List.of()),
                NumberSettings.sms("+12065550112", null).withCapabilities(List.of(Capability.SMS)))
            .with(service(POOL, Sample.NUMBER), service(EMPTY_POOL)));
    twilio.putAccount(
        Sample.OTHER_ACCOUNT,
        AccountSettings.of("other-token").with(NumberSettings.sms("+12065550199", null)));
    twilio.putAccount(TEST_ACCOUNT, AccountSettings.of(Sample.TOKEN).withType(AccountType.TEST));
    twilio.putAccount(
        TRIAL_ACCOUNT,
        AccountSettings.of(Sample.TOKEN)
            .withType(AccountType.TRIAL)
            .with(NumberSettings.sms("+12065550120", null)));
    twilio.putTemplate(TEMPLATE, TemplateSettings.text("Hello {{1}}!"));
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  /** Changes to a request that would be accepted; a hyphen takes the field away. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "21604 | To=-",
        "21603 | From=-",
        "21619 | Body=-",
        "21602 | Body=",
        "21211 | To=2065550142",
        "21211 | To= 12065550142",
        "21211 | To=26262",
        "21211 | To=Parley",
        "21212 | From=12",
        "21212 | From=much too long a name",
        "21266 | To=+12065550100",
        "21606 | From=+12065550111",
        "21606 | From=+12065550177",
        "21659 | From=+12065559999",
        "21659 | From=26262",
        "21660 | From=+12065550199",
        "21612 | From=Parley",
        "21612 | From=+12065550112; MediaUrl=https://media.example.org/a.jpg",
        "21609 | StatusCallback=desk.example.org/status",
        "21609 | StatusCallback=ftp://desk.example.org/status",
        "21609 | StatusCallback=https://my_desk.example.org/status",
        "21620 | MediaUrl=file:///etc/passwd",
        "21620 | MediaUrl=not a url",
        "21624 | ValidityPeriod=0",
        "21624 | ValidityPeriod=36001",
        "21624 | ValidityPeriod=soon",
        "21654 | ContentVariables={}",
        "21655 | ContentSid=HXnone",
        "21655 | ContentSid=HXffffffffffffffffffffffffffffffff",
        "21656 | ContentSid=HX0123456789abcdef0123456789abcdef; ContentVariables=[1]",
        "21656 | ContentSid=HX0123456789abcdef0123456789abcdef; ContentVariables={\"1\":2}",
        "21656 | ContentSid=HX0123456789abcdef0123456789abcdef; ContentVariables={\"1\":\"\"}",
        "21656 | ContentSid=HX0123456789abcdef0123456789abcdef; ContentVariables={\"1\":null}",
        "21656 | ContentSid=HX0123456789abcdef0123456789abcdef; ContentVariables={\"1\":\"a\\nb\"}",
        "21656 | ContentSid=HX0123456789abcdef0123456789abcdef; ContentVariables={\"1\":\"a     b\"}",
        "21656 | ContentSid=HX0123456789abcdef0123456789abcdef; ContentVariables={\"12345678901234567\":\"a\"}",
        "21703 | MessagingServiceSid=MG00112233445566778899aabbccddeeff; From=+12065550112",
        "21703 | MessagingServiceSid=MG00112233445566778899aabbccddeeff; From=-; To=whatsapp:+31612345678",
        "21704 | MessagingServiceSid=MGffeeddccbbaa99887766554433221100; From=-",
        "21705 | MessagingServiceSid=MG99999999999999999999999999999999; From=-",
        "21910 | To=whatsapp:+31612345678",
        "21910 | From=whatsapp:+12065550177",
        "21211 | To=whatsapp:hello; From=whatsapp:+12065550177",
        "63003 | To=whatsapp:+3161; From=whatsapp:+12065550177",
        "63007 | To=whatsapp:+31612345678; From=whatsapp:+12065550178",
        "20001 | ScheduleType=fixed",
      })
  void badFieldIsRefusedWithItsCode(int code, String changes) throws Exception {
    // When
    Caller.Result result = stage.caller.postForm(Sample.MESSAGES, changed(changes).encode());

    // Then
    assertRefused(result, code);
  }

  @ParameterizedTest
  @CsvSource({
    "+15005550001, +12065550142, 21212",
    "+15005550007, +12065550142, 21606",
    "+12065550100, +12065550142, 21606",
    "+15005550008, +12065550142, 21611",
    "+15005550006, +15005550001, 21211",
    "+15005550006, +15005550002, 21612",
    "+15005550006, +15005550003, 21408",
    "+15005550006, +15005550004, 21610",
    "+15005550006, +15005550009, 21614",
  })
  void testCredentialsKnowMagicNumbers(String from, String to, int code) throws Exception {
    // Given
    Caller caller = new Caller(stage.simulator.baseUrl(), TEST_ACCOUNT, Sample.TOKEN);

    // When
    Caller.Result result =
        caller.post(messages(TEST_ACCOUNT), "From", from, "To", to, "Body", "Hi");

    // Then
    assertRefused(result, code);
  }

  @Test
  void longestBodyIsAcceptedAndOneMoreCharacterIsNot() throws Exception {
    // When
    Caller.Result longest = stage.send("a".repeat(1600));
    Caller.Result tooLong = stage.send("a".repeat(1601));

    // Then
    assertThat(longest.status()).isEqualTo(201);
    assertRefused(tooLong, 21617);
  }

  @Test
  void elevenMediaAreTooMany() throws Exception {
    // Given
    List<Parameter> form = new ArrayList<>(changed("Body=-").list());
    IntStream.range(0, 11)
        .forEach(i -> form.add(new Parameter("MediaUrl", "https://media.example.org/" + i)));

    // When
    Caller.Result result = stage.caller.postForm(Sample.MESSAGES, new Parameters(form).encode());

    // Then
    assertRefused(result, 21623);
  }

  @Test
  void customerWhoSaidStopIsNotReachedUntilStart() throws Exception {
    // Given
    String customer = "+12065550143";
    receive(customer, " Stop ");

    // When
    Caller.Result stopped = sendTo(customer);
    receive(customer, "START");
    Caller.Result started = sendTo(customer);

    // Then
    assertRefused(stopped, 21610);
    assertThat(started.status()).isEqualTo(201);
  }

  @Test
  void stopToOneNumberHoldsForTheWholeService() throws Exception {
    // Given
    String customer = "+12065550144";
    receive(customer, "QUIT");

    // When
    Caller.Result result =
        stage.caller.post(
            Sample.MESSAGES, "To", customer, "MessagingServiceSid", POOL, "Body", "Hi");

    // Then
    assertRefused(result, 21610);
  }

  @Test
  void trialAccountReachesOnlyVerifiedRecipients() throws Exception {
    // Given
    Caller caller = new Caller(stage.simulator.baseUrl(), TRIAL_ACCOUNT, Sample.TOKEN);

    // When
    Caller.Result result =
        caller.post(
            messages(TRIAL_ACCOUNT), "To", Sample.CUSTOMER, "From", "+12065550120", "Body", "Hi");

    // Then
    assertRefused(result, 21608);
  }

  @ParameterizedTest
  @CsvSource({"SUSPENDED, 90010", "CLOSED, 10001"})
  void inactiveAccountCannotSend(AccountStatus status, int code) throws Exception {
    // Given
    String sid = "ACaaaabbbbccccddddeeeeffff00001111";
    stage.simulator.twilio().putAccount(sid, AccountSettings.of(Sample.TOKEN).withStatus(status));
    Caller caller = new Caller(stage.simulator.baseUrl(), sid, Sample.TOKEN);

    // When
    Caller.Result result = caller.post(messages(sid), "To", Sample.CUSTOMER, "Body", "Hi");

    // Then
    assertRefused(result, code);
  }

  @Test
  void bodyThatIsNoFormCountsAsMissing() throws Exception {
    // When
    Caller.Result result = stage.caller.json("POST", Sample.MESSAGES, "{\"To\":\"+12065550142\"}");

    // Then
    assertRefused(result, 21604);
  }

  private static void assertRefused(Caller.Result result, int code) {
    assertThat(result.body().path("code").asInt()).isEqualTo(code);
    assertThat(result.status()).isEqualTo(400);
    assertThat(result.body().path("status").asInt()).isEqualTo(400);
    assertThat(result.body().path("message").asText()).isNotBlank();
    assertThat(result.body().path("more_info").asText()).endsWith("/errors/" + code);
  }

  private static Parameters changed(String changes) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("To", Sample.CUSTOMER);
    form.put("From", Sample.NUMBER);
    form.put("Body", "Hi");
    for (String change : changes.split("; ", -1)) {
      int equals = change.indexOf('=');
      String name = change.substring(0, equals);
      String value = change.substring(equals + 1);
      if (value.equals("-")) {
        form.remove(name);
      } else {
        form.put(name, value);
      }
    }
    return Parameters.of(form);
  }

  private static Caller.Result sendTo(String customer) throws IOException, InterruptedException {
    return stage.caller.post(Sample.MESSAGES, "To", customer, "From", Sample.NUMBER, "Body", "Hi");
  }

  private static void receive(String customer, String body) {
    InboundOrder order =
        new InboundOrderBuilder(Sample.ACCOUNT, customer, Sample.NUMBER).body(body).build();
    stage.simulator.twilio().receive(order);
  }

  private static String messages(String account) {
    return "/2010-04-01/Accounts/" + account + "/Messages.json";
  }

  private static MessagingServiceSettings service(String sid, String... senders) {
    return new MessagingServiceSettings(sid, List.of(senders), null, true, null, false);
  }
}
