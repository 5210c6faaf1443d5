package io.parley.channels.infobip;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.ReceiptMeaning;
import io.parley.channels.wire.ErrorTable;
import io.parley.events.FailureCause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InfobipErrorsTest {

  /** Every code of a refused call, providers/infobip.md §2. */
  private static final String CALLS =
      """
      E400 E401 E403 E404 E429 E500
      BAD_REQUEST UNAUTHORIZED FORBIDDEN NOT_FOUND TOO_MANY_REQUESTS GENERAL_ERROR
      """;

  /** Every status of providers/infobip.md §5 that says that a message failed. */
  private static final String STATUSES =
      """
      4 9 31 15 29 87 6 8 10 11 12 13 14 17 18 19 20 21 23 24 25 51 52 96 97 98 99 100
      group-2 group-4 group-5
      """;

  private static final String PERMANENT =
      """
      1 9 11 12 565 568 569 629 351 352 355 368 488 572 609 4202 573 603 604 2050 2052 2053 3041
      4101 4103 4104 5492
      """;

  private static final String TEMPORARY =
      """
      5 6 8 13 27 31 32 33 34 255 256 500-509 581 541 542 608 1024-1031 1152-1166 1281-1284
      1536-1541 1792-1796 2048 4097 4098
      """;

  @Test
  void tableHasEveryDocumentedCodeAndNoOther() {
    // Given
    List<String> documented = new ArrayList<>(codes("", CALLS));
    documented.addAll(codes("status:", STATUSES));
    documented.addAll(codes("error:", PERMANENT));
    documented.addAll(codes("error:", TEMPORARY));

    // Then
    assertThat(InfobipErrors.TABLE.entries().keySet())
        .containsExactlyInAnyOrderElementsOf(documented);
  }

  @Test
  void networkErrorsLastAsDocumented() {
    // When
    List<String> later =
        InfobipErrors.TABLE.entries().values().stream()
            .filter(entry -> entry.code().startsWith("error:"))
            .filter(entry -> entry.retry() instanceof ErrorTable.Retry.Later)
            .map(ErrorTable.Entry::code)
            .toList();

    // Then
    assertThat(later).containsExactlyInAnyOrderElementsOf(codes("error:", TEMPORARY));
  }

  @Test
  void everyTextIsOneOrTwoSentencesForAgents() {
    // Then
    assertThat(InfobipErrors.TABLE.entries().values())
        .allSatisfy(
            entry -> {
              assertThat(entry.text()).endsWith(".").hasSizeBetween(40, 200);
              assertThat(entry.text().split("\\. ")).hasSizeBetween(1, 2);
            });
  }

  @Test
  void onlyTheCustomersRefusalCountsAsOptOut() {
    // When
    List<String> optedOut =
        InfobipErrors.TABLE.entries().values().stream()
            .filter(ErrorTable.Entry::optedOut)
            .map(ErrorTable.Entry::code)
            .toList();

    // Then
    assertThat(optedOut)
        .containsExactlyInAnyOrder(
            "status:10",
            "status:14",
            "error:573",
            "error:603",
            "error:604",
            "error:2050",
            "error:2052");
  }

  @ParameterizedTest
  @CsvSource({
    "status:14, OPTED_OUT, true, status:14",
    "status:29, OUTCOME_UNKNOWN, false, status:29",
    "status:group-5, OTHER, false, status:group-5",
    "error:27, RECIPIENT_UNREACHABLE, false, error:27",
    "error:603, OPTED_OUT, true, error:603",
    "error:603:temporary, OPTED_OUT, true, error:603",
    "error:27:permanent, RECIPIENT_UNREACHABLE, false, error:27",
    "error:7777:temporary, OTHER, false, error:7777",
    "status:999, OTHER, false, status:999"
  })
  void codeInAReportHasAMeaning(
      String code, FailureCause cause, boolean optedOut, String providerCode) {
    // When
    ReceiptMeaning meaning = new InfobipSender().meaningOf(code);

    // Then
    assertThat(meaning.reason().cause()).isEqualTo(cause);
    assertThat(meaning.optedOut()).isEqualTo(optedOut);
    assertThat(meaning.reason().providerCode()).isEqualTo(providerCode);
  }

  @Test
  void infobipsOwnWordOnWhetherItLastsReplacesOurAdvice() {
    // When
    String permanent = InfobipErrors.meaningOf("error:27:permanent").reason().text();
    String temporary = InfobipErrors.meaningOf("error:351:temporary").reason().text();

    // Then
    assertThat(permanent)
        .isEqualTo(
            "The customer's phone is switched off or without reception. Infobip says that this will"
                + " not change: use another way to reach the customer.");
    assertThat(temporary)
        .endsWith("Infobip says that this may pass: send the message again later.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<script>", "27", "error:", "error:1234567", "status:14:odd"})
  void codeThatIsNoneIsNotRepeated(String code) {
    // When
    ReceiptMeaning meaning = new InfobipSender().meaningOf(code);

    // Then
    assertThat(meaning.reason().cause()).isEqualTo(FailureCause.OTHER);
    assertThat(meaning.reason().providerCode()).isNull();
    assertThat(meaning.optedOut()).isFalse();
  }

  private static List<String> codes(String prefix, String list) {
    return Arrays.stream(list.strip().split("\\s+"))
        .flatMap(
            code -> {
              String[] range = code.matches("[0-9]+-[0-9]+") ? code.split("-") : new String[0];
              return range.length == 0
                  ? Stream.of(code)
                  : Stream.iterate(Integer.valueOf(range[0]), i -> i + 1)
                      .limit(Integer.parseInt(range[1]) - Integer.parseInt(range[0]) + 1L)
                      .map(String::valueOf);
            })
        .map(code -> prefix + code)
        .toList();
  }
}
