package io.parley.channels.custom;

import static io.parley.channels.custom.Samples.SEND_SECRET;
import static io.parley.channels.custom.Samples.answer;
import static io.parley.channels.custom.Samples.context;
import static io.parley.channels.custom.Samples.harbour;
import static io.parley.channels.custom.Samples.pigeon;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.CheckResult;
import io.parley.channels.CheckResult.Verdict;
import io.parley.channels.CheckStep;
import io.parley.channels.OpenAccount;
import io.parley.channels.ProviderRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What checking an account says. */
class CustomCheckTest {

  private static final String ACTIVE = "{\"state\":\"active\"}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | {"state":"active"} | 200 | VALID               | accepts the account
          200 | {"state":"active"} | 404 | SENDER_UNKNOWN      | +12065550100
          200 | {"state":"closed"} | 0   | CREDENTIALS_REFUSED | does not say
          200 | <html>             | 0   | WRONG_HOST          | no field /state
          401 | {}                 | 0   | CREDENTIALS_REFUSED | refused the credentials
          403 | {}                 | 0   | ACCOUNT_SUSPENDED   | suspended
          404 | {}                 | 0   | WRONG_HOST          | nothing at the URL
          302 | {}                 | 0   | WRONG_HOST          | nothing at the URL
          500 | {}                 | 0   | NOT_VERIFIABLE      | HTTP 500
          """)
  void everyCauseIsExplained(
      int status, String body, int senderStatus, Verdict verdict, String explanation) {
    // Given
    CheckStep.Ask first = (CheckStep.Ask) new CustomCheck().begin(context(pigeon()));
    // When
    CheckStep next = first.next().apply(answer(status, body));
    if (next instanceof CheckStep.Ask sender) {
      next = sender.next().apply(answer(senderStatus, "{}"));
    }
    // Then
    CheckResult result = ((CheckStep.Done) next).result();
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.explanation()).contains(explanation).doesNotContain(SEND_SECRET);
  }

  @Test
  void theCheckIsSignedLikeOtherCalls() {
    // When
    ProviderRequest request =
        ((CheckStep.Ask) new CustomCheck().begin(context(pigeon()))).request();
    // Then
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.uri()).hasToString("https://api.pigeon.example/v1/me");
    assertThat(request.headers()).containsEntry("X-Api-Key", List.of(SEND_SECRET));
    assertThat(request.body()).isEmpty();
  }

  @Test
  void eachSenderIsAskedFor() {
    // Given
    CheckStep.Ask first = (CheckStep.Ask) new CustomCheck().begin(context(pigeon()));
    // When
    CheckStep.Ask sender = (CheckStep.Ask) first.next().apply(answer(200, ACTIVE));
    // Then
    assertThat(sender.request().uri())
        .hasToString("https://api.pigeon.example/v1/lofts/%2B12065550100");
  }

  @Test
  void withoutACallNothingIsProved() {
    // When
    CheckResult result = ((CheckStep.Done) new CustomCheck().begin(context(harbour()))).result();
    // Then
    assertThat(result.verdict()).isEqualTo(Verdict.NOT_VERIFIABLE);
    assertThat(result.explanation()).contains("Check: URL");
  }

  @Test
  void theContractsCheckIsSignedToo() {
    // Given
    OpenAccount account = harbour("checkUrl", "https://chat.harbour.example/ping");
    // When
    ProviderRequest request = ((CheckStep.Ask) new CustomCheck().begin(context(account))).request();
    // Then
    assertThat(request.headers()).containsKey("Parley-Signature");
  }
}
