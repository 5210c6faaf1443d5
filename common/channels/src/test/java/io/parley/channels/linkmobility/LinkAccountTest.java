package io.parley.channels.linkmobility;

import static io.parley.channels.linkmobility.Samples.NOW;
import static io.parley.channels.linkmobility.Samples.SECRETS;
import static io.parley.channels.linkmobility.Samples.account;
import static io.parley.channels.linkmobility.Samples.common;
import static io.parley.channels.linkmobility.Samples.context;
import static io.parley.channels.linkmobility.Samples.myLink;
import static io.parley.channels.linkmobility.Samples.response;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.AccountForm;
import io.parley.channels.CallContext;
import io.parley.channels.CallbackUse;
import io.parley.channels.ChannelProviders;
import io.parley.channels.CheckResult;
import io.parley.channels.CheckResult.Verdict;
import io.parley.channels.CheckStep;
import io.parley.channels.Endpoints;
import io.parley.channels.ProviderRequest;
import io.parley.channels.TokenResult;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkAccountTest {

  private static final String GATES =
      """
      [{"type":"PARTNER_GATE","id":"Tq3mVbZk","destinations":[{"url":"https://chat.harborbooks.example/hooks/link/9f2c7d5be1a84c60"}]}]
      """;

  private final LinkProvider provider = new LinkProvider();

  @Test
  void providerIsFoundByItsName() {
    // Then
    assertThat(ChannelProviders.installed().named("link-mobility"))
        .containsInstanceOf(LinkProvider.class);
    assertThat(provider.channels()).containsExactly(Channel.SMS);
    assertThat(provider.accountForm().senderTypes().get(Channel.SMS))
        .isEqualTo(Set.of(SenderType.LONG_CODE, SenderType.SHORT_CODE, SenderType.ALPHANUMERIC));
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
  void documentedAccountsAreComplete() {
    // Then
    assertThat(findings(common(), "password", "callbackPassword")).isEmpty();
    assertThat(findings(myLink(), "clientSecret")).isEmpty();
    common()
        .forEach(
            (name, value) ->
                assertThat(value)
                    .matches(provider.accountForm().field(name).orElseThrow().pattern()));
  }

  @ParameterizedTest
  @CsvSource({
    "baseUrl, (none), baseUrl",
    "platformId, (none), platformId",
    "platformPartnerId, (none), platformPartnerId",
    "username, (none), username",
    "authentication, OAUTH2, clientId",
    "callbackUsername, (none), callbackUsername",
    "callbackHeader, X-Hook, callbackHeaderValue",
    "callbackAddresses, 1.2.3, callbackAddresses"
  })
  void commonAccountHasToBeComplete(String name, String value, String wrong) {
    // When
    List<String> findings = findings(common(name, value), "password", "callbackPassword");

    // Then
    assertThat(findings).contains(wrong);
  }

  @Test
  void myLinkAccountHasToBeComplete() {
    // Then
    assertThat(findings(myLink("clientId", "(none)"))).contains("clientId", "clientSecret");
    assertThat(findings(myLink("callbackMode", "GATE"), "clientSecret")).containsExactly("gateId");
  }

  @ParameterizedTest
  @CsvSource({
    "baseUrl, https://wsx.sp247.net, true",
    "baseUrl, https://wsx.sp247.net/, false",
    "baseUrl, http://wsx.sp247.net, false",
    "baseUrl, https://wsx.sp247.net?x, false",
    "baseUrl, https://user@wsx.sp247.net, false",
    "platformId, COMMON_API, true",
    "platformId, ../x, false",
    "gateId, Tq3mVbZk, true",
    "variant, COMMON, true",
    "variant, OTHER, false",
    "acknowledgement, '', false",
    "username, a:b, false"
  })
  void patternsFollowLink(String name, String value, boolean matches) {
    // Then
    assertThat(value.matches(provider.accountForm().field(name).orElseThrow().pattern()))
        .isEqualTo(matches);
  }

  @Test
  void urlsGoToSupportOrWithTheMessage() {
    // When
    List<CallbackUse> common = provider.callbacks(common());
    List<CallbackUse> myLink = provider.callbacks(myLink());

    // Then
    assertThat(common).extracting(CallbackUse::subPath).containsExactly("", "/status");
    assertThat(common).allSatisfy(use -> assertThat(use.where()).contains("LINK's support"));
    assertThat(myLink.get(1).where()).startsWith("Nowhere");
    assertThat(provider.callbacks(myLink("callbackMode", "PROFILE")).get(1).where())
        .contains("profile");
  }

  @Test
  void commonAccountIsCheckedByItsGates() {
    // When
    CheckStep.Ask ask = ask(common());

    // Then
    assertThat(ask.request().method()).isEqualTo("GET");
    assertThat(ask.request().uri())
        .hasToString(
            "https://n-eu.linkmobility.io/gate/partnergate/platform/COMMON_API/partner/48213");
    assertThat(ask.request().headers().get("Authorization"))
        .containsExactly("Basic aGFyYm9yX2FwaTpLZWxwJlRpZGUtOQ==");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "200; []; CREDENTIALS_REFUSED; gate Tq3mVbZk",
        "200; {\"a\":1}; WRONG_HOST; not LINK's",
        "200; <html>; WRONG_HOST; not LINK's",
        "302; ''; WRONG_HOST; not LINK's",
        "401; {\"status\":103100}; CREDENTIALS_REFUSED; refused",
        "400; {\"status\":106100}; CREDENTIALS_REFUSED; refused",
        "401; ''; CREDENTIALS_REFUSED; refused",
        "403; {\"status\":103101}; NOT_VERIFIABLE; save the account",
        "403; ''; NOT_VERIFIABLE; save the account",
        "400; {\"status\":103201}; CREDENTIALS_REFUSED; platform id",
        "400; {\"status\":103202}; CREDENTIALS_REFUSED; platform partner id",
        "404; {\"status\":1}; CREDENTIALS_REFUSED; platform id",
        "404; <html>; WRONG_HOST; base URL",
        "404; {\"status\":103303}; CREDENTIALS_REFUSED; gate Tq3mVbZk",
        "500; {\"status\":103000}; NOT_VERIFIABLE; HTTP 500"
      })
  void answerAboutGatesProves(int status, String body, Verdict verdict, String says) {
    // When
    CheckResult result = done(ask(common()).next().apply(response(status, body)));

    // Then
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.explanation()).contains(says).doesNotContain("Kelp", "Zx81");
  }

  @Test
  void gateIsLookedForAndItsSecretUrlIsNotShown() {
    // When
    CheckResult result = done(ask(common()).next().apply(response(200, GATES)));

    // Then
    assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    assertThat(result.explanation())
        .contains("chat.harborbooks.example")
        .doesNotContain("9f2c7d5be1a84c60", "Warning");
  }

  @Test
  void accountWithoutGatesAndCallbackUserIsValidWithAWarning() {
    // When
    CheckResult result =
        done(
            ask(common("gateId", "(none)", "callbackUsername", "(none)"))
                .next()
                .apply(response(404, "{\"status\":103303}")));

    // Then
    assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    assertThat(result.explanation()).contains("no delivery reports", "Warning");
  }

  @Test
  void myLinkAccountIsCheckedByATokenAndItsSchedules() {
    // When
    CheckStep.Ask token = ask(myLink());
    CheckStep.Ask schedules =
        (CheckStep.Ask) token.next().apply(response(200, "{\"access_token\":\"t-77\"}"));
    CheckResult valid = done(schedules.next().apply(response(200, "{\"items\":[]}")));

    // Then
    assertThat(schedules.request().uri())
        .hasToString("https://api.linkmobility.com/sms/v1/schedules?page=1&size=1");
    assertThat(schedules.request().headers().get("Authorization")).containsExactly("Bearer t-77");
    assertThat(valid.verdict()).isEqualTo(Verdict.VALID);
    assertThat(done(schedules.next().apply(response(403, ""))).verdict())
        .isEqualTo(Verdict.ACCOUNT_SUSPENDED);
    assertThat(done(schedules.next().apply(response(401, ""))).verdict())
        .isEqualTo(Verdict.CREDENTIALS_REFUSED);
    assertThat(done(schedules.next().apply(response(404, ""))).verdict())
        .isEqualTo(Verdict.WRONG_HOST);
    assertThat(done(schedules.next().apply(response(500, ""))).verdict())
        .isEqualTo(Verdict.NOT_VERIFIABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "400, '{\"error\":\"invalid_client\"}', CREDENTIALS_REFUSED",
    "401, '', CREDENTIALS_REFUSED",
    "404, '', WRONG_HOST",
    "200, '<html>', WRONG_HOST",
    "503, '', NOT_VERIFIABLE"
  })
  void tokenThatIsNotGivenEndsTheCheck(int status, String body, Verdict verdict) {
    // When
    CheckResult result = done(ask(myLink()).next().apply(response(status, body)));

    // Then
    assertThat(result.verdict()).isEqualTo(verdict);
  }

  @Test
  void tokenIsAskedForWithTheClientsCredentials() {
    // When
    ProviderRequest myLink = tokens(myLink());
    ProviderRequest common = tokens(common("authentication", "OAUTH2", "clientId", "c 1&"));

    // Then
    assertThat(myLink.method()).isEqualTo("POST");
    assertThat(myLink.uri())
        .hasToString(
            "https://sso.linkmobility.com/auth/realms/CPaaS/protocol/openid-connect/token");
    assertThat(myLink.headers().get("Content-Type"))
        .containsExactly("application/x-www-form-urlencoded");
    assertThat(new String(myLink.body(), UTF_8))
        .isEqualTo("grant_type=client_credentials&client_id=harbor-client&client_secret=Mussel-51");
    assertThat(common.uri()).hasToString("https://n-eu.linkmobility.io/auth/token");
    assertThat(new String(common.body(), UTF_8)).contains("client_id=c+1%26&");
    assertThat(tokens(myLink("tokenUrl", "https://sso.example/t")).uri())
        .hasToString("https://sso.example/t");
    assertThat(provider.tokens(common())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"600, 600", "'\"600\"', 600", "0, 300", "-5, 300", "null, 300", "1e30, 86400"})
  void tokenIsValidAsLongAsLinkSaysOrFiveMinutes(String expiresIn, long seconds) {
    // When
    TokenResult result =
        new LinkTokens()
            .read(response(200, "{\"access_token\":\"t\",\"expires_in\":" + expiresIn + "}"));

    // Then
    assertThat(result).isEqualTo(new TokenResult.Issued("t", Duration.ofSeconds(seconds)));
  }

  @ParameterizedTest
  @CsvSource({
    "200, '{}', Unavailable",
    "200, '{\"access_token\":\"a b\"}', Unavailable",
    "400, '', Refused",
    "401, '', Refused",
    "403, '', Refused",
    "404, '', Refused",
    "429, '', Unavailable",
    "500, '', Unavailable"
  })
  void tokenIsRefusedOrNotThere(int status, String body, String expected) {
    // When
    TokenResult result = new LinkTokens().read(response(status, body));

    // Then
    assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
  }

  @Test
  void nothingPrintsASecret() {
    // When
    String printed =
        account(common())
            + " "
            + context(common())
            + tokens(myLink())
            + ask(common()).request()
            + Samples.call(Samples.INBOUND)
            + provider.accountForm()
            + new LinkTokens().read(response(200, "{\"access_token\":\"Token-88\"}"));

    // Then
    assertThat(printed)
        .doesNotContain(SECRETS.values())
        .doesNotContain("Token-88", "eyJ0ZXN0", Samples.CALLBACK);
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

  private CheckStep.Ask ask(Map<String, String> settings) {
    return (CheckStep.Ask)
        provider
            .accountCheck()
            .begin(new CallContext(account(settings), Endpoints.REAL, NOW, null));
  }

  private ProviderRequest tokens(Map<String, String> settings) {
    return provider
        .tokens(settings)
        .orElseThrow()
        .request(new CallContext(account(settings), Endpoints.REAL, NOW, null));
  }

  private static CheckResult done(CheckStep step) {
    return ((CheckStep.Done) step).result();
  }
}
