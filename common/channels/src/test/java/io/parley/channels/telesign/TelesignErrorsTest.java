package io.parley.channels.telesign;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.ReceiptMeaning;
import io.parley.channels.wire.ErrorTable;
import io.parley.events.FailureCause;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelesignErrorsTest {

  /** Every code of providers/telesign.md §1.2 and §6.2. */
  private static final String API =
      """
      402 10000 10002 10003 10004 10005 10006 10007 10008 10009 10010 10011 10015 10017 10019 10020
      10022 10028 10030 10031 10033 10035 10036 11000 11001 11003 11004 11009 11010 11011 11013
      11016 11017 11034 11035 12000 12009 12017
      """;

  /** Every code of providers/telesign.md §6.1 that needs an explanation. */
  private static final String DELIVERY =
      """
      207 210 211 220 221 222 229 230 231 233 237 238 250 251 500 501 502 503 504 505 506 507 508
      509 510 511 512 513 514 515 516 517 518 519 520 521 599 10000 10030 10031 10032 11000
      """;

  @Test
  void tablesHaveEveryDocumentedCodeAndNoOther() {
    // Then
    assertThat(TelesignErrors.API.entries().keySet())
        .containsExactlyInAnyOrderElementsOf(codes(API));
    assertThat(TelesignErrors.DELIVERY.entries().keySet())
        .containsExactlyInAnyOrderElementsOf(codes(DELIVERY));
  }

  @Test
  void everyTextIsOneOrTwoSentencesForAgents() {
    // When
    Stream<ErrorTable.Entry> entries =
        Stream.of(TelesignErrors.API, TelesignErrors.DELIVERY)
            .flatMap(table -> table.entries().values().stream());

    // Then
    assertThat(entries)
        .allSatisfy(
            entry -> {
              assertThat(entry.text()).endsWith(".").hasSizeBetween(40, 200);
              assertThat(entry.text().split("\\. ")).hasSizeBetween(1, 2);
            });
  }

  @Test
  void onlyABlockByTheSubscriberCountsAsOptOut() {
    // When
    var optedOut =
        Stream.of(TelesignErrors.API, TelesignErrors.DELIVERY)
            .flatMap(table -> table.entries().values().stream())
            .filter(ErrorTable.Entry::optedOut)
            .map(ErrorTable.Entry::code);

    // Then
    assertThat(optedOut).containsExactly("510");
  }

  @Test
  void onlyWhatIsDocumentedSoMayBeTriedAgain() {
    // Then
    assertThat(later(TelesignErrors.API)).containsExactlyInAnyOrder("10002", "10019", "10020");
    assertThat(later(TelesignErrors.DELIVERY))
        .containsExactlyInAnyOrder("210", "221", "503", "505", "511", "514", "10000");
  }

  @ParameterizedTest
  @CsvSource({
    "510, OPTED_OUT, true",
    "514, RECIPIENT_UNREACHABLE, false",
    "10031, CONFIGURATION, false",
    "251, OUTCOME_UNKNOWN, false",
    "99999, OTHER, false"
  })
  void codeInAReportHasAMeaning(String code, FailureCause cause, boolean optedOut) {
    // When
    ReceiptMeaning meaning = new TelesignSender().meaningOf(code);

    // Then
    assertThat(meaning.reason().cause()).isEqualTo(cause);
    assertThat(meaning.reason().providerCode()).isEqualTo(code);
    assertThat(meaning.optedOut()).isEqualTo(optedOut);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<script>", "1234567"})
  void codeThatIsNoneIsNotRepeated(String code) {
    // When
    ReceiptMeaning meaning = new TelesignSender().meaningOf(code);

    // Then
    assertThat(meaning.reason().cause()).isEqualTo(FailureCause.OTHER);
    assertThat(meaning.reason().providerCode()).isNull();
  }

  private static List<String> codes(String list) {
    return Arrays.asList(list.strip().split("\\s+"));
  }

  private static List<String> later(ErrorTable table) {
    return table.entries().values().stream()
        .filter(entry -> entry.retry() instanceof ErrorTable.Retry.Later)
        .map(ErrorTable.Entry::code)
        .toList();
  }
}
