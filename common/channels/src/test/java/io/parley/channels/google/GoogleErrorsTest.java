package io.parley.channels.google;

import static io.parley.channels.google.Samples.ERROR_403;
import static io.parley.channels.google.Samples.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.ReceiptMeaning;
import io.parley.channels.wire.ErrorTable;
import io.parley.events.FailureCause;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleErrorsTest {

  @Test
  void tablesHaveEveryDocumentedCodeAndNoOther() {
    // When
    // Then
    assertThat(GoogleErrors.BUSINESS_MESSAGES.entries())
        .containsOnlyKeys(
            "INVALID_ARGUMENT",
            "FAILED_PRECONDITION",
            "UNAUTHENTICATED",
            "PERMISSION_DENIED",
            "NOT_FOUND",
            "RESOURCE_EXHAUSTED");
    assertThat(GoogleErrors.RCS.entries())
        .containsOnlyKeys(
            "INVALID_ARGUMENT",
            "UNAUTHENTICATED",
            "PERMISSION_DENIED",
            "NOT_FOUND",
            "RESOURCE_EXHAUSTED",
            "TTL_EXPIRATION_REVOKED",
            "TTL_EXPIRATION_REVOKE_FAILED");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyTextIsForAgents(ErrorTable table) {
    // When
    // Then
    assertThat(table.entries().values())
        .allSatisfy(
            entry -> {
              assertThat(entry.text()).endsWith(".").hasSizeBetween(40, 200);
              assertThat(entry.cause()).isNotEqualTo(FailureCause.OTHER);
              assertThat(entry.optedOut()).isFalse();
            });
  }

  static Stream<ErrorTable> tables() {
    return Stream.of(GoogleErrors.BUSINESS_MESSAGES, GoogleErrors.RCS);
  }

  @ParameterizedTest
  @CsvSource({
    "TTL_EXPIRATION_REVOKED, RECIPIENT_UNREACHABLE, It is safe to send an SMS instead.",
    "TTL_EXPIRATION_REVOKE_FAILED, OUTCOME_UNKNOWN, Do not send it again."
  })
  void reportThatTimeRanOutSaysWhetherAnSmsIsSafe(String code, FailureCause cause, String text) {
    // When
    ReceiptMeaning meaning = new GoogleSender().meaningOf(code);

    // Then
    assertThat(meaning.reason().cause()).isEqualTo(cause);
    assertThat(meaning.reason().text()).endsWith(text);
    assertThat(meaning.optedOut()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>", "", "lower", "ÜBEL"})
  void codeThatCouldBeAnythingIsNotRepeated(String code) {
    // When
    ReceiptMeaning meaning = new GoogleSender().meaningOf(code);

    // Then
    assertThat(meaning.reason().providerCode()).isNull();
    assertThat(meaning.reason().cause()).isEqualTo(FailureCause.OTHER);
  }

  @ParameterizedTest
  @CsvSource({
    "400, INVALID_ARGUMENT",
    "401, UNAUTHENTICATED",
    "403, PERMISSION_DENIED",
    "404, NOT_FOUND",
    "409, ALREADY_EXISTS",
    "429, RESOURCE_EXHAUSTED",
    "418, HTTP 418"
  })
  void answerWithoutAWordHasTheOneOfItsStatus(int status, String code) {
    // When
    String read = GoogleErrors.code(response(status, "<html>"));

    // Then
    assertThat(read).isEqualTo(code);
  }

  @Test
  void documentedErrorIsReadByItsWord() {
    // When
    String code = GoogleErrors.code(response(400, ERROR_403));

    // Then
    assertThat(code).isEqualTo("PERMISSION_DENIED");
  }
}
