package io.parley.channels.linkmobility;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.ReceiptMeaning;
import io.parley.channels.wire.ErrorTable;
import io.parley.events.FailureCause;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkErrorsTest {

  /** Every code of providers/link-mobility.md §3, §4, §5 and §11 that is no success. */
  private static final String DOCUMENTED =
      """
      106000 106100 106101 106102 106200 106201 106202 106300 106301
      103000 103050 103100 103101 103201 103202 103211 103212 103290 103300 103301 103302 103303
      103304 103400
      0 1 2 3 4 5 6 104 105 1002 1003 1004 1006 1009 1010 2000 2001 2002 2003 2100 2101 2102 2103
      2104 2105 2106 2107 2200 2201 2202 2203 2204 2205 2206 2207 3000 3001 3002 4000 4001 4002 4003
      4004 4005 4006 4007
      MYLINK-3000 MYLINK-3001 MYLINK-3002 MYLINK-3003 MYLINK-3004 MYLINK-3005 MYLINK-3006
      MYLINK-3007 MYLINK-3008 MYLINK-3009 MYLINK-3010 MYLINK-3011 MYLINK-3013 MYLINK-4000
      MYLINK-4001 MYLINK-4002 MYLINK-4003 MYLINK-4004 MYLINK-4005 MYLINK-4006 MYLINK-4007
      MYLINK-4008 MYLINK-4009 MYLINK-4010 MYLINK-4011
      """;

  @Test
  void tableHasEveryDocumentedCodeAndNoOther() {
    // Then
    assertThat(LinkErrors.TABLE.entries().keySet())
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(DOCUMENTED.strip().split("\\s+")));
  }

  @Test
  void everyTextIsOneOrTwoSentencesForAgents() {
    // Then
    assertThat(LinkErrors.TABLE.entries().values())
        .allSatisfy(entry -> assertThat(entry.text()).endsWith(".").hasSizeBetween(40, 200));
  }

  @Test
  void codesThatMayBeTriedAgainAreTheDocumentedOnes() {
    // When
    var later =
        LinkErrors.TABLE.entries().values().stream()
            .filter(entry -> entry.retry() instanceof ErrorTable.Retry.Later)
            .map(ErrorTable.Entry::code);

    // Then
    assertThat(later)
        .containsExactlyInAnyOrder(
            "106000",
            "103000",
            "103050",
            "1",
            "3",
            "105",
            "1004",
            "2107",
            "MYLINK-3009",
            "MYLINK-4001",
            "MYLINK-4004");
  }

  @ParameterizedTest
  @CsvSource({
    "2105, BLOCKED, true",
    "2205, OPTED_OUT, true",
    "2104, RECIPIENT_INVALID, false",
    "MYLINK-4003, BLOCKED, false",
    "7777, OTHER, false",
    "MYLINK-9999, OTHER, false"
  })
  void codeInAReceiptHasAMeaning(String code, FailureCause cause, boolean optedOut) {
    // When
    ReceiptMeaning meaning = new LinkSender().meaningOf(code);

    // Then
    assertThat(meaning.reason().cause()).isEqualTo(cause);
    assertThat(meaning.reason().providerCode()).isEqualTo(code);
    assertThat(meaning.optedOut()).isEqualTo(optedOut);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<b>", "12345678901"})
  void codeThatIsNoneIsNotRepeated(String code) {
    // Then
    assertThat(new LinkSender().meaningOf(code).reason().providerCode()).isNull();
  }
}
