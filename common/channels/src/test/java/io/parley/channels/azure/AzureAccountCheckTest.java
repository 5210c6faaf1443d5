package io.parley.channels.azure;

import static io.parley.channels.azure.Samples.KEY;
import static io.parley.channels.azure.Samples.NOW;
import static io.parley.channels.azure.Samples.account;
import static io.parley.channels.azure.Samples.context;
import static io.parley.channels.azure.Samples.entraAccount;
import static io.parley.channels.azure.Samples.response;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.CheckResult;
import io.parley.channels.CheckResult.Verdict;
import io.parley.channels.CheckStep;
import io.parley.channels.OpenAccount;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.channels.TokenResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cheap checks of providers/azure-communication-services.md §1. */
class AzureAccountCheckTest {

  private static final ProviderResponse OURS = numbers("+18335550142", "inbound+outbound", false);
  private static final ProviderResponse OPT_OUTS =
      response(
          200,
          "{\"value\":[{\"to\":\"+14255550100\",\"httpStatusCode\":200,\"isOptedOut\":false}]}");

  private final AzureAccountCheck check = new AzureAccountCheck(new EntraTokens());
  private final List<ProviderRequest> asked = new ArrayList<>();

  @Test
  void numbersAreListedWithASignedCall() {
    // When
    run(account(), OURS, OPT_OUTS, OPT_OUTS);

    // Then
    ProviderRequest first = asked.getFirst();
    assertThat(first.method()).isEqualTo("GET");
    assertThat(first.uri())
        .hasToString(
            "https://" + Samples.HOST + "/phoneNumbers?skip=0&top=100&api-version=2025-06-01");
    assertThat(first.headers())
        .containsAllEntriesOf(RequestSignature.headers("GET", first.uri(), new byte[0], NOW, KEY));
  }

  @Test
  void shortCodesAndNamesAreAskedAboutOneByOne() {
    // When
    CheckResult result = run(account(), OURS, OPT_OUTS, OPT_OUTS);

    // Then
    assertThat(result).isEqualTo(new CheckResult(Verdict.VALID, "Azure accepts the account."));
    assertThat(asked).hasSize(3);
    assertThat(asked.get(1).uri())
        .hasToString("https://" + Samples.HOST + "/sms/optouts:check?api-version=2026-01-23");
    assertThat(new String(asked.get(1).body(), UTF_8))
        .isEqualTo("{\"from\":\"62345\",\"recipients\":[{\"to\":\"+14255550100\"}]}");
    assertThat(new String(asked.get(2).body(), UTF_8)).contains("\"from\":\"CONTOSO\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | | CREDENTIALS_REFUSED | access key",
        "403 | {\"error\":{\"code\":\"Forbidden\"}} | ACCOUNT_SUSPENDED | suspended",
        "404 | | WRONG_HOST | not a Communication Services resource",
        "302 | | WRONG_HOST | not a Communication Services resource",
        "200 | <html> | WRONG_HOST | not a Communication Services resource",
        "200 | {} | WRONG_HOST | not a Communication Services resource",
        "400 | {\"error\":{\"code\":\"UnsupportedApiVersion\"}} | NOT_VERIFIABLE | UnsupportedApiVersion",
        "429 | | NOT_VERIFIABLE | HTTP 429",
        "500 | | NOT_VERIFIABLE | HTTP 500"
      })
  void everyRefusalHasItsExplanation(int status, String body, Verdict verdict, String explanation) {
    // When
    CheckResult result = run(account(), response(status, body == null ? "" : body));

    // Then
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.explanation()).contains(explanation).doesNotContain(Samples.ACCESS_KEY);
  }

  @Test
  void numberOfSomebodyElseIsNamed() {
    // When
    CheckResult result = run(account(), numbers("+18335550199", "inbound+outbound", false));

    // Then
    assertThat(result.verdict()).isEqualTo(Verdict.SENDER_UNKNOWN);
    assertThat(result.explanation()).contains("+18335550142");
  }

  @ParameterizedTest
  @CsvSource({
    "inbound+outbound, VALID, accepts the account.",
    "outbound, VALID, Customers cannot answer these numbers: +18335550142.",
    "inbound, SENDER_UNKNOWN, cannot send text messages: +18335550142.",
    "none, SENDER_UNKNOWN, cannot send text messages: +18335550142."
  })
  void whatANumberCanDoIsSaid(String ability, Verdict verdict, String explanation) {
    // When
    CheckResult result =
        run(account(), numbers("+18335550142", ability, false), OPT_OUTS, OPT_OUTS);

    // Then
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.explanation()).contains(explanation);
  }

  @Test
  void furtherPagesAreReadUntilOursIsThere() {
    // When
    CheckResult result =
        run(account(), numbers("+18335550100", "none", true), OURS, OPT_OUTS, OPT_OUTS);

    // Then
    assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    assertThat(asked.get(1).uri().getQuery()).contains("skip=100");
  }

  @Test
  void endlessListEndsAfterFivePages() {
    // Given
    ProviderResponse page = numbers("+18335550100", "none", true);

    // When
    CheckResult result = run(account(), page, page, page, page, page, OPT_OUTS, OPT_OUTS);

    // Then
    assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    assertThat(result.explanation()).contains("too long");
  }

  @Test
  void nameThatAzureDoesNotLetUsAskAboutIsNamed() {
    // When
    CheckResult result = run(account(), OURS, OPT_OUTS, response(401, ""));

    // Then
    assertThat(result.verdict()).isEqualTo(Verdict.SENDER_UNKNOWN);
    assertThat(result.explanation()).contains("CONTOSO", "could not be confirmed");
  }

  @Test
  void questionThatIsNotAnsweredSpoilsNothing() {
    // When
    CheckResult result = run(account(), OURS, response(404, ""), OPT_OUTS);

    // Then
    assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    assertThat(result.explanation()).contains("62345", "HTTP 404");
  }

  @Test
  void applicationGetsItsTokenFirst() {
    // When
    CheckResult result =
        run(
            entraAccount(),
            response(200, "{\"access_token\":\"t1\",\"expires_in\":3600}"),
            OURS,
            OPT_OUTS,
            OPT_OUTS);

    // Then
    assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    assertThat(asked.get(1).headers()).containsEntry("Authorization", List.of("Bearer t1"));
  }

  @ParameterizedTest
  @CsvSource({"401, CREDENTIALS_REFUSED", "500, NOT_VERIFIABLE"})
  void applicationWithoutTokenIsNotValid(int status, Verdict verdict) {
    // When
    CheckResult result = run(entraAccount(), response(status, ""));

    // Then
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(new EntraTokens().read(response(status, "")))
        .isNotInstanceOf(TokenResult.Issued.class);
  }

  private CheckResult run(OpenAccount account, ProviderResponse... answers) {
    CheckStep step = check.begin(context(account));
    for (ProviderResponse answer : answers) {
      if (step instanceof CheckStep.Ask ask) {
        asked.add(ask.request());
        step = ask.next().apply(answer);
      }
    }
    return ((CheckStep.Done) step).result();
  }

  private static ProviderResponse numbers(String number, String ability, boolean more) {
    return response(
        200,
        "{\"phoneNumbers\":[{\"id\":\"18335550142\",\"phoneNumber\":\""
            + number
            + "\",\"countryCode\":\"US\",\"phoneNumberType\":\"tollFree\","
            + "\"capabilities\":{\"calling\":\"none\",\"sms\":\""
            + ability
            + "\"},\"assignmentType\":\"application\",\"purchaseDate\":\"2026-01-10T08:00:00Z\"}],"
            + "\"nextLink\":"
            + (more ? "\"/phoneNumbers?skip=100\"" : "null")
            + "}");
  }
}
