package io.parley.channels.infobip;

import static io.parley.channels.infobip.Samples.API_KEY;
import static io.parley.channels.infobip.Samples.account;
import static io.parley.channels.infobip.Samples.context;
import static io.parley.channels.infobip.Samples.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.channels.AccountForm;
import io.parley.channels.AccountForm.Draft;
import io.parley.channels.AccountForm.Finding;
import io.parley.channels.CallbackUse;
import io.parley.channels.Capabilities;
import io.parley.channels.Capabilities.Feature;
import io.parley.channels.ChannelProviders;
import io.parley.channels.CheckResult;
import io.parley.channels.CheckResult.Verdict;
import io.parley.channels.CheckStep;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InfobipProviderTest {

  private final InfobipProvider provider = new InfobipProvider();

  @Test
  void providerIsFoundByItsName() {
    // When
    var found = ChannelProviders.installed().named("infobip");

    // Then
    assertThat(found).containsInstanceOf(InfobipProvider.class);
  }

  @Test
  void smsHasItsTypesOfSender() {
    // Then
    assertThat(provider.accountForm().senderTypes())
        .isEqualTo(
            Map.of(
                Channel.SMS,
                Set.of(
                    SenderType.LONG_CODE,
                    SenderType.SHORT_CODE,
                    SenderType.TOLL_FREE,
                    SenderType.ALPHANUMERIC)));
    assertThat(provider.channels()).containsExactly(Channel.SMS);
  }

  @Test
  void capabilitiesPromiseNoMoreThanInfobipDoes() {
    // When
    Capabilities sms = provider.capabilities(Channel.SMS);

    // Then
    assertThat(sms.features())
        .containsExactlyInAnyOrder(
            Feature.MEDIA_IN,
            Feature.IDEMPOTENT_SENDING,
            Feature.LOOK_UP,
            Feature.DELIVERY_RECEIPTS);
    assertThat(sms.longestText()).isEqualTo(4_000);
    assertThat(sms.attachments()).isEmpty();
    assertThat(sms.guarantee()).contains("could not be confirmed");
    assertThat(provider.notice()).contains("password", "STOP");
  }

  @ParameterizedTest
  @CsvSource({"message, 2", "subscription, 2", "off, 1"})
  void callbacksFollowTheDeliveryReports(String reports, int count) {
    // When
    List<CallbackUse> callbacks = provider.callbacks(Map.of("deliveryReports", reports));

    // Then
    assertThat(callbacks).hasSize(count);
    assertThat(callbacks.getFirst().where()).contains("MO_JSON_2", "INBOUND_MESSAGE");
    assertThat(callbacks.getLast().where().contains("DELIVERY"))
        .isEqualTo(reports.equals("subscription"));
  }

  @ParameterizedTest
  @CsvSource({
    "baseUrl, true, false, ",
    "apiKey, true, true, ",
    "webhookAuthentication, false, false, none",
    "webhookUser, false, false, ",
    "webhookPassword, false, true, ",
    "webhookHeader, false, false, ",
    "webhookHeaderValue, false, true, ",
    "webhookSecret, false, true, ",
    "webhookAlgorithm, false, false, HMAC_SHA_256",
    "callbackAddresses, false, false, ",
    "deliveryReports, false, false, message",
    "intermediateReports, false, false, on",
    "repeatMinutes, false, false, 60",
    "validityMinutes, false, false, ",
    "transliteration, false, false, ",
    "turkeyRecipientType, false, false, "
  })
  void formSaysWhatIsRequiredAndWhatIsSecret(
      String name, boolean required, boolean secret, String defaultValue) {
    // When
    AccountForm.Field field = provider.accountForm().field(name).orElseThrow();

    // Then
    assertThat(field.required()).isEqualTo(required);
    assertThat(field.secret()).isEqualTo(secret);
    assertThat(field.defaultValue()).isEqualTo(defaultValue);
  }

  @Test
  void everyFieldIsExplainedAndItsDefaultFits() {
    // Then
    assertThat(provider.accountForm().fields())
        .allSatisfy(
            field -> {
              assertThat(field.help()).endsWith(".");
              assertThat(field.expected()).isNotBlank();
              if (field.defaultValue() != null) {
                assertThat(field.defaultValue()).matches(field.pattern());
              }
            })
        .extracting(AccountForm.Field::name)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"webhookHeader", "webhookSecret", "repeatMinutes"})
  void whatCouldNotBeConfirmedIsSaidSo(String name) {
    // When
    AccountForm.Field field = provider.accountForm().field(name).orElseThrow();

    // Then
    assertThat(field.help()).contains("could not be confirmed");
  }

  @ParameterizedTest
  @CsvSource({
    "baseUrl, xk3p9z.api.infobip.com, true",
    "baseUrl, https://xk3p9z.api.infobip.com/, true",
    "baseUrl, http://xk3p9z.api.infobip.com, false",
    "baseUrl, https://xk3p9z.api.infobip.com/sms, false",
    "baseUrl, infobip, false",
    "apiKey, 0c9f3a0b7d1e4c55a8f0123456789abc-7d1e2f30-aaaa-bbbb-cccc-0123456789ab, true",
    "apiKey, App 0c9f3a0b7d1e4c55a8f0123456789abc-7d1e2f30-aaaa-bbbb-cccc-0123456789ab, false",
    "webhookAuthentication, hmac, true",
    "webhookAuthentication, oauth, false",
    "webhookHeader, X-Ib-Signature, true",
    "webhookHeader, X Signature, false",
    "webhookUser, a:b, false",
    "webhookPassword, a b, true",
    "webhookAlgorithm, HMAC_MD5, true",
    "webhookAlgorithm, SHA256, false",
    "validityMinutes, 1, true",
    "validityMinutes, 2880, true",
    "validityMinutes, 2881, false",
    "validityMinutes, 0, false",
    "repeatMinutes, 0, true",
    "repeatMinutes, 1440, true",
    "repeatMinutes, 1441, false",
    "transliteration, SERBIAN_CYRILLIC, true",
    "turkeyRecipientType, PERSON, false"
  })
  void patternsFollowInfobip(String name, String value, boolean matches) {
    // Given
    String pattern = provider.accountForm().field(name).orElseThrow().pattern();

    // Then
    assertThat(value.matches(pattern)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "webhookAuthentication=none, ''",
    "webhookAuthentication=basic deliveryReports=off, webhookUser webhookPassword",
    "webhookAuthentication=hmac deliveryReports=off, webhookHeader webhookSecret",
    "webhookAuthentication=header deliveryReports=off, webhookHeader webhookHeaderValue",
    "webhookAuthentication=basic deliveryReports=subscription webhookUser=u webhookPassword=p, ''",
    "webhookAuthentication=hmac webhookHeader=h webhookSecret=s, deliveryReports",
    "webhookAuthentication=header webhookHeader=h webhookHeaderValue=s deliveryReports=message, deliveryReports",
    "indiaTelemarketerId=t indiaContentTemplateId=c, indiaPrincipalEntityId",
    "turkeyBrandCode=1, turkeyRecipientType",
    "turkeyBrandCode=1 turkeyRecipientType=TACIR, ''",
    "callbackAddresses=193.105.74.0/24, ''",
    "callbackAddresses=193.105.74.0/33, callbackAddresses"
  })
  void rulesBetweenTheFieldsAreSaidWithTheField(String settings, String expected) {
    // Given
    Map<String, String> all =
        Stream.of(settings.split(" "))
            .filter(setting -> !setting.isEmpty())
            .map(setting -> setting.split("=", 2))
            .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
    Map<String, String> secrets =
        all.entrySet().stream()
            .filter(
                setting -> provider.accountForm().field(setting.getKey()).orElseThrow().secret())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    all.keySet().removeAll(secrets.keySet());

    // When
    List<Finding> findings =
        provider
            .accountForm()
            .rules()
            .check(new Draft(Channel.SMS, all, secrets, Set.of("apiKey")));

    // Then
    assertThat(findings)
        .extracting(Finding::field)
        .containsExactlyElementsOf(
            Arrays.stream(expected.split(" ")).filter(field -> !field.isEmpty()).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "LONG_CODE, 447911123456, +447911123456",
    "SHORT_CODE, 72345, 72345",
    "TOLL_FREE, +1 800 555 0100, +18005550100",
    "ALPHANUMERIC, InfoSMS, InfoSMS"
  })
  void addressIsReadAsPeopleWriteIt(SenderType type, String entered, String expected) {
    // When
    String read = provider.accountForm().addresses().read(Channel.SMS, type, entered);

    // Then
    assertThat(read).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "LONG_CODE, 07911123456, country code",
    "LONG_CODE, InfoSMS, sender name",
    "SHORT_CODE, 1234567, 3 to 6 digits",
    "TOLL_FREE, 447911123456, toll-free",
    "ALPHANUMERIC, AB, 3 to 11",
    "ALPHANUMERIC, TwelveLetter, could not be confirmed",
    "WHATSAPP_NUMBER, +447911123456, expected a number",
    "BUSINESS_AGENT, x, expected a number",
    "CUSTOM, x, expected a number"
  })
  void refusalOfAnAddressSaysWhatIsExpected(SenderType type, String entered, String says) {
    // Then
    assertThatThrownBy(() -> provider.accountForm().addresses().read(Channel.SMS, type, entered))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(says);
  }

  @ParameterizedTest
  @CsvSource({
    "200, '{\"results\":[]}', VALID",
    "200, '{}', WRONG_HOST",
    "200, '<html>', WRONG_HOST",
    "301, '', WRONG_HOST",
    "404, '<html>', WRONG_HOST",
    "404, '{\"errorCode\":\"E404\"}', WRONG_HOST",
    "401, '{\"errorCode\":\"E401\"}', CREDENTIALS_REFUSED",
    "401, '', CREDENTIALS_REFUSED",
    "403, '{\"errorCode\":\"E403\"}', ACCOUNT_SUSPENDED",
    "429, '', NOT_VERIFIABLE",
    "500, '', NOT_VERIFIABLE",
    "503, '<html>', NOT_VERIFIABLE",
    "400, '{\"errorCode\":\"E400\"}', NOT_VERIFIABLE"
  })
  void accountCheckHasAVerdictForEveryAnswer(int status, String body, Verdict expected) {
    // Given
    CheckStep.Ask ask = (CheckStep.Ask) provider.accountCheck().begin(context(account()));

    // When
    CheckStep next = ask.next().apply(response(status, body));

    // Then
    CheckResult result = ((CheckStep.Done) next).result();
    assertThat(result.verdict()).isEqualTo(expected);
    assertThat(result.explanation()).endsWith(".").doesNotContain(API_KEY);
  }

  @Test
  void everyKindOfProblemIsExplainedDifferently() {
    // Given
    CheckStep.Ask ask = (CheckStep.Ask) provider.accountCheck().begin(context(account()));
    Function<Integer, String> explained =
        status -> ((CheckStep.Done) ask.next().apply(response(status, ""))).result().explanation();

    // When
    Stream<String> explanations = Stream.of(401, 403, 404, 429, 503).map(explained);

    // Then
    assertThat(explanations).doesNotHaveDuplicates();
  }
}
