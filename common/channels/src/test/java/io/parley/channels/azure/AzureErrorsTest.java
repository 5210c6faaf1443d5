package io.parley.channels.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.ReceiptMeaning;
import io.parley.channels.wire.ErrorTable;
import io.parley.events.FailureCause;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes of providers/azure-communication-services.md §5. */
class AzureErrorsTest {

  @Test
  void tableHasEveryDocumentedCodeAndNoOther() {
    // When
    Map<String, ErrorTable.Entry> table = AzureErrors.TABLE.entries();

    // Then
    assertThat(table.keySet())
        .containsExactlyInAnyOrder(
            "4000", "4001", "4002", "4003", "4004", "4005", "4006", "4007", "4008", "4009", "4010",
            "4020", "5000", "5001", "5002", "9999");
  }

  @Test
  void everyTextIsOneOrTwoSentencesForAgents() {
    // When
    Iterable<ErrorTable.Entry> entries = AzureErrors.TABLE.entries().values();

    // Then
    assertThat(entries)
        .allSatisfy(
            entry -> {
              assertThat(entry.text()).endsWith(".").hasSizeBetween(40, 200);
              assertThat(entry.text().split("[.;] ")).hasSizeBetween(1, 3);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "4000, CONTENT_REFUSED, false, false",
    "4001, CONFIGURATION, false, false",
    "4002, RECIPIENT_INVALID, false, false",
    "4003, RECIPIENT_INVALID, false, false",
    "4004, RECIPIENT_INVALID, false, false",
    "4005, CONTENT_REFUSED, false, false",
    "4006, RECIPIENT_UNREACHABLE, true, false",
    "4007, OPTED_OUT, false, true",
    "4008, THROTTLED, true, false",
    "4009, CONFIGURATION, false, false",
    "4010, CONFIGURATION, false, false",
    "4020, THROTTLED, true, false",
    "5000, PROVIDER_FAILURE, false, false",
    "5001, PROVIDER_FAILURE, true, false",
    "5002, OUTCOME_UNKNOWN, false, false",
    "9999, PROVIDER_FAILURE, true, false"
  })
  void codeHasItsMeaning(String code, FailureCause cause, boolean later, boolean optedOut) {
    // When
    ReceiptMeaning meaning = new AzureSender().meaningOf(code);
    ErrorTable.Entry entry = AzureErrors.TABLE.entry(code).orElseThrow();

    // Then
    assertThat(meaning.reason().cause()).isEqualTo(cause);
    assertThat(meaning.reason().providerCode()).isEqualTo(code);
    assertThat(meaning.optedOut()).isEqualTo(optedOut);
    assertThat(entry.retry() instanceof ErrorTable.Retry.Later).isEqualTo(later);
  }

  @Test
  void newCodeIsNamed() {
    // When
    ReceiptMeaning meaning = AzureErrors.TABLE.meaningOf("4711");

    // Then
    assertThat(meaning.reason().text()).contains("4711");
    assertThat(meaning.reason().cause()).isEqualTo(FailureCause.OTHER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<script>", "1234567"})
  void codeThatIsNoneIsNotRepeated(String code) {
    // When
    ReceiptMeaning meaning = AzureErrors.TABLE.meaningOf(code);

    // Then
    assertThat(meaning.reason().providerCode()).isNull();
  }
}
