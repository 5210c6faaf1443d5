package io.parley.channels.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.ReceiptMeaning;
import io.parley.channels.wire.ErrorTable;
import io.parley.events.FailureCause;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioErrorsTest {

  /** Every code of providers/twilio-sms.md §5.3 and twilio-whatsapp.md §7. */
  private static final String DOCUMENTED =
      """
      20003 20404 20429 20500 20503 10001 90010 21211 21212 21266 21408 21601 21606 21612 21602
      21603 21604 21619 21608 21609 21610 21611 21614 21617 21618 21620 21623 21624 21654 21655
      21656 21658 21659 21660 21703 21704 21705 21910
      30001 30002 30003 30004 30005 30006 30007 30008 30010 30011 30017 30018 30024 30040 30019
      30022 30023 30027 30032 30034 30035 30036 30037 30410 30450 30453 30454 30500 30610 30640
      14107
      63001 63003 63005 63007 63009 63010 63012 63013 63014 63015 63016 63017 63018 63019 63020
      63021 63024 63027 63028 63030 63032 63033 63034 63038 63040 63041 63042 63049 63051 63112
      63052
      """;

  @Test
  void tableHasEveryDocumentedCodeAndNoOther() {
    // When
    Map<String, ErrorTable.Entry> table = TwilioErrors.TABLE.entries();

    // Then
    assertThat(table.keySet())
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(DOCUMENTED.strip().split("\\s+")));
  }

  @Test
  void everyTextIsOneOrTwoSentencesForAgents() {
    // When
    Iterable<ErrorTable.Entry> entries = TwilioErrors.TABLE.entries().values();

    // Then
    assertThat(entries)
        .allSatisfy(
            entry -> {
              assertThat(entry.text()).endsWith(".").hasSizeBetween(40, 200);
              assertThat(entry.text().split("\\. ")).hasSizeBetween(1, 3);
              assertThat(entry.cause()).isNotEqualTo(FailureCause.OTHER);
            });
  }

  @Test
  void onlyRefusalByTheCustomerCountsAsOptOut() {
    // When
    var optedOut =
        TwilioErrors.TABLE.entries().values().stream().filter(ErrorTable.Entry::optedOut).toList();

    // Then
    assertThat(optedOut)
        .extracting(ErrorTable.Entry::code)
        .containsExactly("21610", "30004", "63014");
  }

  @Test
  void everyCodeThatMayBeRetriedIsDocumentedSo() {
    // When
    var later =
        TwilioErrors.TABLE.entries().values().stream()
            .filter(entry -> entry.retry() instanceof ErrorTable.Retry.Later)
            .map(ErrorTable.Entry::code)
            .toList();

    // Then
    assertThat(later)
        .containsExactlyInAnyOrder(
            "20429", "21611", "14107", "30001", "30003", "30008", "30017", "30022", "30023",
            "30027", "30035", "30450", "30454", "30500", "30640", "63009", "63010", "63012",
            "63017", "63018", "63038", "63049");
  }

  @ParameterizedTest
  @CsvSource({
    "21610, OPTED_OUT, true",
    "30003, RECIPIENT_UNREACHABLE, false",
    "30004, BLOCKED, true",
    "30005, RECIPIENT_INVALID, false",
    "30007, CONTENT_REFUSED, false",
    "63014, BLOCKED, true",
    "63016, WINDOW_CLOSED, false",
    "63033, CONTENT_REFUSED, false",
    "99999, OTHER, false"
  })
  void codeInAReceiptHasAMeaning(String code, FailureCause cause, boolean optedOut) {
    // When
    ReceiptMeaning meaning = new TwilioSender().meaningOf(code);

    // Then
    assertThat(meaning.reason().cause()).isEqualTo(cause);
    assertThat(meaning.reason().providerCode()).isEqualTo(code);
    assertThat(meaning.optedOut()).isEqualTo(optedOut);
  }

  @Test
  void windowClosedTellsTheAgentToUseATemplate() {
    // When
    ReceiptMeaning meaning = TwilioErrors.TABLE.meaningOf("63016");

    // Then
    assertThat(meaning.reason().text()).contains("24 hours", "template");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<script>", "1234567"})
  void codeThatIsNoneIsNotRepeated(String code) {
    // When
    ReceiptMeaning meaning = TwilioErrors.TABLE.meaningOf(code);

    // Then
    assertThat(meaning.reason().cause()).isEqualTo(FailureCause.OTHER);
    assertThat(meaning.reason().providerCode()).isNull();
  }
}
