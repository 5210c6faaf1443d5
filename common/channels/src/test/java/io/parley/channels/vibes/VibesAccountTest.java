package io.parley.channels.vibes;

import static io.parley.channels.vibes.Samples.SECRETS;
import static io.parley.channels.vibes.Samples.account;
import static io.parley.channels.vibes.Samples.context;
import static io.parley.channels.vibes.Samples.outgoing;
import static io.parley.channels.vibes.Samples.response;
import static io.parley.channels.vibes.Samples.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.parley.channels.AccountForm;
import io.parley.channels.CallbackUse;
import io.parley.channels.ChannelProviders;
import io.parley.channels.CheckResult;
import io.parley.channels.CheckResult.Verdict;
import io.parley.channels.CheckStep;
import io.parley.channels.ReceiptMeaning;
import io.parley.channels.wire.ErrorTable;
import io.parley.events.Channel;
import io.parley.events.FailureCause;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VibesAccountTest {

  private final VibesProvider provider = new VibesProvider();

  @Test
  void providerIsFoundByItsName() {
    // Then
    assertThat(ChannelProviders.installed().named("vibes")).containsInstanceOf(VibesProvider.class);
    assertThat(provider.accountForm().senderTypes())
        .isEqualTo(
            Map.of(
                Channel.SMS,
                Set.of(SenderType.SHORT_CODE, SenderType.LONG_CODE, SenderType.TOLL_FREE)));
  }

  @Test
  void everyFieldIsExplainedAndItsDefaultFitsItsPattern() {
    // Then
    assertThat(provider.accountForm().fields())
        .allSatisfy(
            field -> {
              assertThat(field.help()).isNotBlank();
              assertThat(field.expected()).isNotBlank();
              if (field.defaultValue() != null) {
                assertThat(field.secret()).isFalse();
                assertThat(field.defaultValue()).matches(field.pattern());
              }
            })
        .extracting(AccountForm.Field::name)
        .doesNotHaveDuplicates();
  }

  @Test
  void unconfirmedFactsAreMarked() {
    // Then
    assertThat(
            List.of("baseUrl", "longCodeType", "checkNumber", "retryStatuses", "successAttribute"))
        .allSatisfy(
            name ->
                assertThat(provider.accountForm().field(name).orElseThrow().help())
                    .contains("could not be confirmed"));
  }

  @ParameterizedTest
  @CsvSource({
    "inboundUsername, (none), inboundUsername",
    "callbackAddresses, a, callbackAddresses"
  })
  void accountHasToBeComplete(String name, String value, String wrong) {
    // Then
    assertThat(findings(settings(name, value), "password", "inboundPassword"))
        .containsExactly(wrong);
    assertThat(findings(settings(), "password", "inboundPassword")).isEmpty();
    assertThat(findings(settings(), "password")).containsExactly("inboundPassword");
    assertThat(findings(settings("inboundUsername", "(none)"), "oldInboundPassword"))
        .containsExactly("inboundPassword");
  }

  @ParameterizedTest
  @CsvSource({
    "username, ops@harborbooks.example, true",
    "username, a:b, false",
    "password, a:b c, true",
    "baseUrl, https://messageapi.vibesapps.com/, false",
    "baseUrl, http://messageapi.vibesapps.com, false",
    "pathPrefix, MessageApi, false",
    "receiptOption, SOME, false",
    "longestText, 0, false",
    "'retryStatuses', '429,503, 500', true",
    "retryStatuses, 4xx, false",
    "checkNumber, 3125550143, false"
  })
  void patternsFollowVibes(String name, String value, boolean matches) {
    // Then
    assertThat(value.matches(provider.accountForm().field(name).orElseThrow().pattern()))
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "SHORT_CODE, 73355, 73355",
    "SHORT_CODE, 733-556, 733556",
    "LONG_CODE, (1) 312-555-0143, +13125550143",
    "LONG_CODE, +13125550143, +13125550143",
    "TOLL_FREE, 18885550123, +18885550123"
  })
  void addressIsReadAsPeopleWriteIt(SenderType type, String entered, String canonical) {
    // Then
    assertThat(VibesAddresses.entered(Channel.SMS, type, entered)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "SHORT_CODE, 7335, 5 or 6 digits",
    "LONG_CODE, 18885550123, toll-free",
    "TOLL_FREE, 13125550143, expected a toll-free number",
    "LONG_CODE, 73355, country code",
    "ALPHANUMERIC, Harbor, expected a number",
    "SHORT_CODE, Harbor, expected a number"
  })
  void refusalSaysWhatIsExpected(SenderType type, String entered, String expected) {
    // Then
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VibesAddresses.entered(Channel.SMS, type, entered))
        .withMessageContaining(expected);
  }

  @Test
  void messagesUrlGoesToTheAccountManagerAndTheOtherWithEachMessage() {
    // When
    List<CallbackUse> uses = provider.callbacks(settings());

    // Then
    assertThat(uses).extracting(CallbackUse::subPath).containsExactly("", "/status");
    assertThat(uses.get(0).where()).contains("account manager");
    assertThat(uses.get(1).where()).startsWith("Nowhere");
  }

  @Test
  void accountIsCheckedByLookingUpANumber() {
    // When
    CheckStep.Ask ask = ask(settings());

    // Then
    assertThat(ask.request().method()).isEqualTo("GET");
    assertThat(ask.request().uri())
        .hasToString("https://messageapi.vibesapps.com/MessageApi/mdns/13125550143");
    assertThat(ask.request().headers().get("Authorization"))
        .containsExactly("Basic b3BzQGhhcmJvcmJvb2tzLmV4YW1wbGU6VGlkZS00Mg==");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "200; <mdn carrier=\"104\" provisioned=\"true\"/>; VALID; accepts",
        "200; hello; WRONG_HOST; no XML",
        "401; ''; CREDENTIALS_REFUSED; password",
        "403; ''; CREDENTIALS_REFUSED; suspended",
        "404; ''; WRONG_HOST; path prefix",
        "301; ''; WRONG_HOST; base URL",
        "400; ''; NOT_VERIFIABLE; another one",
        "429; ''; NOT_VERIFIABLE; HTTP 429",
        "500; ''; NOT_VERIFIABLE; HTTP 500"
      })
  void answerProves(int status, String body, Verdict verdict, String says) {
    // When
    CheckResult result =
        ((CheckStep.Done) ask(settings()).next().apply(response(status, body))).result();

    // Then
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.explanation()).contains(says).doesNotContain("Warning", "Tide-42");
  }

  @Test
  void accountWithoutInboundUserIsValidWithAWarning() {
    // When
    CheckStep step =
        ask(settings("inboundUsername", "(none)")).next().apply(response(200, "<mdn/>"));

    // Then
    assertThat(((CheckStep.Done) step).result().explanation()).contains("Warning");
  }

  @Test
  void tableHasEveryDocumentedCodeAndNoOther() {
    // Then
    assertThat(VibesErrors.TABLE.entries().keySet())
        .containsExactlyInAnyOrder(
            "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16",
            "26", "RAW-100", "RAW-107");
    assertThat(VibesErrors.TABLE.entries().values())
        .allSatisfy(entry -> assertThat(entry.text()).endsWith(".").hasSizeBetween(40, 200));
    assertThat(
            VibesErrors.TABLE.entries().values().stream()
                .filter(entry -> entry.retry() instanceof ErrorTable.Retry.Later)
                .map(ErrorTable.Entry::code))
        .containsExactlyInAnyOrder("10", "11", "13");
  }

  @ParameterizedTest
  @CsvSource({
    "9, BLOCKED, true", "12, THROTTLED, false", "26, RECIPIENT_INVALID, false",
    "17, OTHER, false", "RAW-8, OTHER, false", "RAW-107, PROVIDER_FAILURE, false"
  })
  void codeInAReceiptHasAMeaning(String code, FailureCause cause, boolean optedOut) {
    // When
    ReceiptMeaning meaning = provider.sender().meaningOf(code);

    // Then
    assertThat(meaning.reason().cause()).isEqualTo(cause);
    assertThat(meaning.reason().providerCode()).isEqualTo(code);
    assertThat(meaning.optedOut()).isEqualTo(optedOut);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<b>", "RAW-"})
  void codeThatIsNoneIsNotRepeated(String code) {
    // Then
    assertThat(provider.sender().meaningOf(code).reason().text()).doesNotContain("<b>");
  }

  @Test
  void nothingPrintsASecret() {
    // When
    String printed =
        account(settings())
            + " "
            + context(settings())
            + ask(settings()).request()
            + provider
                .sender()
                .request(outgoing("Hi"), context(settings()), URI.create("https://x.example"))
            + provider.accountForm();

    // Then
    assertThat(printed).doesNotContain(SECRETS.values()).doesNotContain("Basic b3Bz");
  }

  private CheckStep.Ask ask(Map<String, String> settings) {
    return (CheckStep.Ask) provider.accountCheck().begin(context(settings));
  }

  private List<String> findings(Map<String, String> settings, String... kept) {
    return provider
        .accountForm()
        .rules()
        .check(new AccountForm.Draft(Channel.SMS, settings, Map.of(), Set.of(kept)))
        .stream()
        .map(AccountForm.Finding::field)
        .toList();
  }
}
