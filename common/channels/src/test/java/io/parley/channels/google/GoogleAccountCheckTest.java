package io.parley.channels.google;

import static io.parley.channels.google.Samples.ACCOUNT_ID;
import static io.parley.channels.google.Samples.AGENT;
import static io.parley.channels.google.Samples.NOW;
import static io.parley.channels.google.Samples.account;
import static io.parley.channels.google.Samples.error;
import static io.parley.channels.google.Samples.response;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.CallContext;
import io.parley.channels.CheckResult;
import io.parley.channels.CheckResult.Verdict;
import io.parley.channels.CheckStep;
import io.parley.channels.Endpoints;
import io.parley.channels.OpenAccount;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.events.Channel;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleAccountCheckTest {

  private static final ProviderResponse TOKEN =
      response(200, "{\"access_token\":\"ya29.check\",\"expires_in\":3599}");
  private static final Map<String, String> NUMBER = Map.of("checkNumber", "+12065550100");

  private final List<ProviderRequest> asked = new ArrayList<>();

  @Test
  void businessMessagesProvesTheKeyAndThenAsksForTheAgent() {
    // When
    CheckResult result =
        check(account(Channel.GOOGLE_BUSINESS_MESSAGES), TOKEN, TOKEN, response(200, "{}"));

    // Then
    assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    assertThat(result.explanation()).contains("31 July 2024");
    assertThat(asked)
        .extracting(request -> request.method() + " " + request.uri())
        .containsExactly(
            "POST https://oauth2.googleapis.com/token",
            "POST https://oauth2.googleapis.com/token",
            "GET https://businesscommunications.googleapis.com/v1/" + AGENT);
    assertThat(scope(asked.get(0))).endsWith("/auth/businessmessages");
    assertThat(scope(asked.get(1))).endsWith("/auth/businesscommunications");
    assertThat(asked.get(2).headers()).containsEntry("Authorization", List.of("Bearer ya29.check"));
  }

  @Test
  void rcsAsksWhetherTheAgentReachesTheNumber() {
    // When
    CheckResult result =
        check(account(Channel.RCS, NUMBER), TOKEN, response(200, "{\"features\":[]}"));

    // Then
    assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    assertThat(asked.get(1).uri().toString())
        .matches(
            "https://rcsbusinessmessaging\\.googleapis\\.com/v1/phones/%2B12065550100/capabilities"
                + "\\?requestId=[0-9a-f-]{36}&agentId=harbor-books");
  }

  @Test
  void rcsWithoutANumberIsProvenByItsKeyAndSaysWhatWasNotAsked() {
    // When
    CheckResult result = check(account(Channel.RCS), TOKEN);

    // Then
    assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    assertThat(result.explanation()).contains("was not asked");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {\"error\":\"invalid_grant\",\"error_description\":\"x\"} | CREDENTIALS_REFUSED | new key file",
        "401 | {\"error\":\"invalid_client\"} | CREDENTIALS_REFUSED | service account",
        "404 | <html>Not found</html> | WRONG_HOST | not Google's",
        "200 | <html>Hello</html> | WRONG_HOST | not Google's",
        "503 | <html>Busy</html> | NOT_VERIFIABLE | 503",
        "429 | {\"error\":\"quota\"} | NOT_VERIFIABLE | 429",
      })
  void answerToTheKeyIsExplained(int status, String body, Verdict verdict, String words) {
    // When
    CheckResult result = check(account(Channel.RCS), response(status, body));

    // Then
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.explanation()).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | UNAUTHENTICATED | CREDENTIALS_REFUSED | did not accept it",
        "403 | PERMISSION_DENIED | SENDER_UNKNOWN | may not use brands/",
        "404 | NOT_FOUND | SENDER_UNKNOWN | does not know brands/",
        "400 | INVALID_ARGUMENT | NOT_VERIFIABLE | 400",
        "500 | INTERNAL | NOT_VERIFIABLE | 500",
      })
  void answerAboutAnAgentIsExplained(int status, String word, Verdict verdict, String words) {
    // When
    CheckResult result =
        check(
            account(Channel.GOOGLE_BUSINESS_MESSAGES),
            TOKEN,
            TOKEN,
            response(status, error(status, word)));

    // Then
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.explanation()).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | PERMISSION_DENIED | SENDER_UNKNOWN | not launched",
        "404 | NOT_FOUND | VALID | cannot be reached",
        "401 | UNAUTHENTICATED | CREDENTIALS_REFUSED | did not accept it",
        "429 | RESOURCE_EXHAUSTED | NOT_VERIFIABLE | 429",
      })
  void answerAboutTheNumberIsExplained(int status, String word, Verdict verdict, String words) {
    // When
    CheckResult result =
        check(account(Channel.RCS, NUMBER), TOKEN, response(status, error(status, word)));

    // Then
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.explanation()).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"details\":[{\"reason\":\"SERVICE_DISABLED\"}]",
        "\"message\":\"Business Communications API has not been used in project 7 before or it is disabled.\"",
      })
  void apiThatIsNotEnabledIsTold(String detail) {
    // When
    CheckResult result =
        check(
            account(Channel.GOOGLE_BUSINESS_MESSAGES),
            TOKEN,
            TOKEN,
            response(403, "{\"error\":{\"status\":\"PERMISSION_DENIED\"," + detail + "}}"));

    // Then
    assertThat(result.verdict()).isEqualTo(Verdict.ACCOUNT_SUSPENDED);
  }

  @Test
  void pageOfAnotherHostIsTold() {
    // When
    CheckResult result =
        check(account(Channel.RCS, NUMBER), TOKEN, response(404, "<html>nginx</html>"));

    // Then
    assertThat(result.verdict()).isEqualTo(Verdict.WRONG_HOST);
  }

  @Test
  void keyThatCannotBeReadIsToldWithoutACall() {
    // Given
    OpenAccount broken =
        account(
            Channel.RCS, Map.of(), Map.of("clientToken", "t", "serviceAccountKey", "{\"a\":1}"));

    // When
    CheckResult result = check(broken);

    // Then
    assertThat(result.verdict()).isEqualTo(Verdict.CREDENTIALS_REFUSED);
    assertThat(asked).isEmpty();
  }

  @Test
  void accountWithoutAddressesIsProvenByItsKey() {
    // Given
    OpenAccount full = account(Channel.GOOGLE_BUSINESS_MESSAGES);
    OpenAccount account =
        new OpenAccount(ACCOUNT_ID, full.channel(), full.settings(), full.secrets(), List.of());

    // When
    CheckResult result = check(account, TOKEN);

    // Then
    assertThat(result.verdict()).isEqualTo(Verdict.VALID);
  }

  private CheckResult check(OpenAccount account, ProviderResponse... answers) {
    CheckStep step =
        new GoogleAccountCheck().begin(new CallContext(account, Endpoints.REAL, NOW, null));
    for (ProviderResponse answer : answers) {
      CheckStep.Ask ask = (CheckStep.Ask) step;
      asked.add(ask.request());
      step = ask.next().apply(answer);
    }
    return ((CheckStep.Done) step).result();
  }

  private static String scope(ProviderRequest request) {
    String body = new String(request.body(), UTF_8);
    String claims =
        new String(
            Base64.getUrlDecoder().decode(body.substring(body.indexOf('&')).split("\\.")[1]),
            UTF_8);
    return claims.replaceAll(".*\"scope\":\"([^\"]+)\".*", "$1");
  }
}
