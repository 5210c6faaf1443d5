package io.parley.channels.telesign;

import static io.parley.channels.telesign.Samples.CUSTOMER;
import static io.parley.channels.telesign.Samples.NOW;
import static io.parley.channels.telesign.Samples.OURS;
import static io.parley.channels.telesign.Samples.STATUS;
import static io.parley.channels.telesign.Samples.account;
import static io.parley.channels.telesign.Samples.context;
import static io.parley.channels.telesign.Samples.error;
import static io.parley.channels.telesign.Samples.ours;
import static io.parley.channels.telesign.Samples.outgoing;
import static io.parley.channels.telesign.Samples.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.channels.AccountForm;
import io.parley.channels.AccountForm.Draft;
import io.parley.channels.AccountForm.Finding;
import io.parley.channels.CallbackUse;
import io.parley.channels.Capabilities;
import io.parley.channels.ChannelProviders;
import io.parley.channels.CheckResult;
import io.parley.channels.CheckResult.Verdict;
import io.parley.channels.CheckStep;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderResponse;
import io.parley.channels.SendResult;
import io.parley.events.Channel;
import io.parley.events.CustomerAddress;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import io.parley.events.MessageTemplate;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TelesignProviderTest {

  private final TelesignProvider provider = new TelesignProvider();

  @Test
  void providerIsFoundByItsName() {
    // When
    var found = ChannelProviders.installed().named("telesign");

    // Then
    assertThat(found).containsInstanceOf(TelesignProvider.class);
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
  void capabilitiesPromiseNoMoreThanTelesignDoes() {
    // When
    Capabilities sms = provider.capabilities(Channel.SMS);

    // Then
    assertThat(sms.features()).containsExactly(Capabilities.Feature.DELIVERY_RECEIPTS);
    assertThat(sms.longestText()).isEqualTo(1_600);
    assertThat(sms.attachments()).isEmpty();
    assertThat(sms.guarantee()).endsWith(".");
    assertThat(provider.notice()).contains("support");
  }

  @Test
  void oneUrlServesBothAndTheOtherIsSentWithMessages() {
    // When
    List<CallbackUse> callbacks = provider.callbacks(Map.of());

    // Then
    assertThat(callbacks)
        .extracting(CallbackUse::purpose)
        .containsExactly(CallbackUse.Purpose.INBOUND_AND_STATUS, CallbackUse.Purpose.STATUS);
    assertThat(callbacks.getFirst().where()).contains("callback URL", "Customer ID", "support");
  }

  @ParameterizedTest
  @CsvSource({
    "customerId, true, false, ",
    "apiKey, true, true, ",
    "secondaryApiKey, false, true, ",
    "baseUrl, false, false, https://rest-api.telesign.com",
    "requestAuthentication, false, false, basic",
    "deliveryReports, false, false, on",
    "messageType, false, false, ARN",
    "accountLifecycleEvent, false, false, ",
    "isPrimary, false, false, ",
    "dltEntityId, false, false, ",
    "dltTemplateId, false, false, "
  })
  void formSaysWhatIsRequiredAndWhatIsSecret(
      String name, boolean required, boolean secret, String defaultValue) {
    // When
    AccountForm.Field field = provider.accountForm().field(name).orElseThrow();

    // Then
    assertThat(field.required()).isEqualTo(required);
    assertThat(field.secret()).isEqualTo(secret);
    assertThat(field.defaultValue()).isEqualTo(defaultValue);
    assertThat(field.help()).isNotBlank();
    assertThat(field.expected()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "customerId, 0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9, true",
    "customerId, 0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9, true",
    "customerId, 0A1B2C3D4E5F60718293A4B5C6D7E8F9, false",
    "apiKey, AAEC+/==, true",
    "apiKey, AAEC-_, false",
    "apiKey, '', false",
    "baseUrl, https://rest-ww.telesign.com, true",
    "baseUrl, https://rest-ww.telesign.com/, true",
    "baseUrl, http://rest-ww.telesign.com, false",
    "baseUrl, rest-ww.telesign.com, false",
    "requestAuthentication, digest, true",
    "requestAuthentication, oauth, false",
    "messageType, OTP, true",
    "messageType, arn, false",
    "accountLifecycleEvent, sign-in, true",
    "isPrimary, yes, false"
  })
  void patternsFollowTelesign(String name, String value, boolean matches) {
    // Given
    String pattern = provider.accountForm().field(name).orElseThrow().pattern();

    // Then
    assertThat(value.matches(pattern)).isEqualTo(matches);
  }

  @Test
  void defaultsFitTheirOwnPatterns() {
    // Then
    assertThat(provider.accountForm().fields())
        .filteredOn(field -> field.defaultValue() != null)
        .allSatisfy(
            field -> assertThat(String.valueOf(field.defaultValue())).matches(field.pattern()));
  }

  @ParameterizedTest
  @CsvSource({"AAEC, true", "AAE=, true", "A, false", "AAECA, false"})
  void keyThatIsNotBase64IsFound(String key, boolean fits) {
    // Given
    Draft draft =
        new Draft(
            Channel.SMS,
            Map.of("customerId", Samples.CUSTOMER_ID),
            Map.of("apiKey", key),
            Set.of("secondaryApiKey"));

    // When
    List<Finding> findings = provider.accountForm().rules().check(draft);

    // Then
    assertThat(findings).extracting(Finding::field).isEqualTo(fits ? List.of() : List.of("apiKey"));
  }

  @ParameterizedTest
  @CsvSource({
    "LONG_CODE, 14252306549, +14252306549",
    "LONG_CODE, +1 (425) 230-6549, +14252306549",
    "SHORT_CODE, 44425, 44425",
    "TOLL_FREE, 18005550100, +18005550100",
    "ALPHANUMERIC, SHOP24, SHOP24"
  })
  void addressIsReadAsPeopleWriteIt(SenderType type, String entered, String expected) {
    // When
    String read = provider.accountForm().addresses().read(Channel.SMS, type, entered);

    // Then
    assertThat(read).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "LONG_CODE, 4252306549, country code",
    "LONG_CODE, 18005550100, toll-free",
    "LONG_CODE, SHOP, sender name",
    "SHORT_CODE, 44, 3 to 8 digits",
    "TOLL_FREE, 14252306549, toll-free",
    "ALPHANUMERIC, A name that is too long, 20 letters",
    "ALPHANUMERIC, 12345, letter",
    "WHATSAPP_NUMBER, +14252306549, expected a number",
    "BUSINESS_AGENT, x, expected a number",
    "CUSTOM, x, expected a number"
  })
  void refusalOfAnAddressSaysWhatIsExpected(SenderType type, String entered, String says) {
    // Then
    assertThatThrownBy(() -> provider.accountForm().addresses().read(Channel.SMS, type, entered))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(says);
  }

  static Stream<Arguments> verdicts() {
    return Stream.of(
        Arguments.of(error(404, 10017), Verdict.VALID),
        Arguments.of(error(404, 10036), Verdict.VALID),
        Arguments.of(error(400, 11011), Verdict.VALID),
        Arguments.of(error(200, 290), Verdict.VALID),
        Arguments.of(error(401, 10015), Verdict.CREDENTIALS_REFUSED),
        Arguments.of(error(401, 10022), Verdict.CREDENTIALS_REFUSED),
        Arguments.of(error(401, 10008), Verdict.CREDENTIALS_REFUSED),
        Arguments.of(error(401, 10009), Verdict.CREDENTIALS_REFUSED),
        Arguments.of(error(401, 10028), Verdict.CREDENTIALS_REFUSED),
        Arguments.of(error(401, 10010), Verdict.ACCOUNT_SUSPENDED),
        Arguments.of(error(401, 10011), Verdict.ACCOUNT_SUSPENDED),
        Arguments.of(error(402, 10030), Verdict.ACCOUNT_SUSPENDED),
        Arguments.of(response(402, ""), Verdict.ACCOUNT_SUSPENDED),
        Arguments.of(error(401, 10031), Verdict.WRONG_HOST),
        Arguments.of(error(401, 10035), Verdict.WRONG_HOST),
        Arguments.of(error(401, 10005), Verdict.NOT_VERIFIABLE),
        Arguments.of(error(401, 10033), Verdict.NOT_VERIFIABLE),
        Arguments.of(error(429, 10019), Verdict.NOT_VERIFIABLE),
        Arguments.of(error(429, 10020), Verdict.NOT_VERIFIABLE),
        Arguments.of(error(500, 10000), Verdict.NOT_VERIFIABLE),
        Arguments.of(error(503, 10000), Verdict.NOT_VERIFIABLE),
        Arguments.of(response(429, ""), Verdict.NOT_VERIFIABLE),
        Arguments.of(response(401, "<html>"), Verdict.NOT_VERIFIABLE),
        Arguments.of(response(403, "<html>"), Verdict.NOT_VERIFIABLE),
        Arguments.of(response(404, "{}"), Verdict.NOT_VERIFIABLE),
        Arguments.of(response(200, "hello"), Verdict.NOT_VERIFIABLE));
  }

  @ParameterizedTest
  @MethodSource("verdicts")
  void accountCheckDecidesOnTheCode(ProviderResponse answer, Verdict expected) {
    // Given
    CheckStep.Ask ask = (CheckStep.Ask) provider.accountCheck().begin(context(account()));

    // When
    CheckStep next = ask.next().apply(answer);

    // Then
    CheckResult result = ((CheckStep.Done) next).result();
    assertThat(result.verdict()).isEqualTo(expected);
    assertThat(result.explanation()).endsWith(".").doesNotContain(Samples.API_KEY);
  }

  @Test
  void everyKindOfProblemIsExplainedDifferently() {
    // Given
    CheckStep.Ask ask = (CheckStep.Ask) provider.accountCheck().begin(context(account()));

    // When
    Stream<String> explanations =
        IntStream.of(10015, 10022, 10010, 10011, 10031, 10019, 10000, 10005, 10030)
            .mapToObj(code -> ask.next().apply(error(401, code)))
            .map(step -> ((CheckStep.Done) step).result().explanation());

    // Then
    assertThat(explanations).doesNotHaveDuplicates();
  }

  @Test
  void answerThatIsNotTelesignsShowsItsHttpStatus() {
    // Given
    CheckStep.Ask ask = (CheckStep.Ask) provider.accountCheck().begin(context(account()));

    // When
    CheckStep next = ask.next().apply(response(403, "<html>"));

    // Then
    assertThat(((CheckStep.Done) next).result().explanation()).contains("403");
  }

  static Stream<Arguments> refusals() {
    MessageContent text = MessageContent.ofText("Hi");
    return Stream.of(
        Arguments.of(
            content(MessageContent.ofText("x".repeat(1_601))), FailureCause.CONTENT_INVALID),
        Arguments.of(
            content(new MessageContent("Hi", List.of(URI.create("https://example.org/a.png")))),
            FailureCause.CONTENT_INVALID),
        Arguments.of(
            content(MessageContent.ofTemplate(new MessageTemplate("HX1", Map.of()))),
            FailureCause.TEMPLATE_INVALID),
        Arguments.of(outgoing(ours(OURS), OURS, null, text), FailureCause.RECIPIENT_INVALID),
        Arguments.of(outgoing(ours(OURS), "+12", null, text), FailureCause.RECIPIENT_INVALID),
        Arguments.of(to(CustomerAddress.Kind.SHORT_CODE, "44425"), FailureCause.RECIPIENT_INVALID),
        Arguments.of(to(CustomerAddress.Kind.NAME, "SHOP"), FailureCause.RECIPIENT_INVALID),
        Arguments.of(
            to(CustomerAddress.Kind.BUSINESS_SCOPED_ID, "US.12065550142"),
            FailureCause.RECIPIENT_INVALID));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatTelesignCannotCarryIsRefusedBeforeTheCall(OutgoingMessage message, FailureCause cause) {
    // When
    var refusal = provider.sender().check(message, account().settings());

    // Then
    assertThat(refusal.map(SendResult.Refused::reason).orElseThrow().cause()).isEqualTo(cause);
  }

  @Test
  void longestTextIsCountedInCharacters() {
    // When
    var refusal =
        provider.sender().check(content(MessageContent.ofText("📦".repeat(1_600))), Map.of());

    // Then
    assertThat(refusal).isEmpty();
  }

  @Test
  void unknownOutcomeCannotBeAskedFor() {
    // When
    var question = provider.sender().lookUp(outgoing("Hi"), context(account()), STATUS, NOW);

    // Then
    assertThat(question).isEmpty();
  }

  private static OutgoingMessage content(MessageContent content) {
    return outgoing(ours(OURS), CUSTOMER, null, content);
  }

  private static OutgoingMessage to(CustomerAddress.Kind kind, String value) {
    return new OutgoingMessage(
        Samples.MESSAGE_ID,
        ours(OURS),
        new CustomerAddress(kind, value),
        null,
        MessageContent.ofText("Hi"),
        null,
        NOW);
  }
}
