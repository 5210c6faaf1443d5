package io.parley.channels.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.parley.channels.ReceiptMeaning;
import io.parley.channels.SendResult;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTableTest {

  private static final DeliveryReason UNKNOWN =
      new DeliveryReason(FailureCause.OTHER, "Not known.", null);

  private final ErrorTable table = load("errors-sample.txt");

  @Test
  void everyLineIsAnEntry() {
    // Then
    assertThat(table.entries().keySet()).containsExactlyInAnyOrder("1", "2", "3", "E-4");
    assertThat(table.entry("1").orElseThrow())
        .isEqualTo(
            new ErrorTable.Entry(
                "1",
                FailureCause.OPTED_OUT,
                new ErrorTable.Retry.Never(),
                true,
                "The customer has opted out."));
  }

  @Test
  void refusalFollowsTheLine() {
    // Then
    assertThat(table.refusal("1", null))
        .isEqualTo(
            new SendResult.Refused(
                new DeliveryReason(FailureCause.OPTED_OUT, "The customer has opted out.", "1"),
                true));
    assertThat(table.refusal("2", null))
        .isEqualTo(
            new SendResult.RetryLater(
                new DeliveryReason(FailureCause.THROTTLED, "Too many, too fast.", "2"),
                Duration.ofMinutes(2)));
    assertThat(table.refusal("3", null)).isInstanceOf(SendResult.Unknown.class);
    assertThat(table.refusal("E-4", null))
        .extracting(result -> ((SendResult.RetryLater) result).after())
        .isNull();
  }

  @Test
  void waitThatTheAnswerAsksForGoesBeforeTheTables() {
    // When
    SendResult result = table.refusal("2", Duration.ofSeconds(5));

    // Then
    assertThat(((SendResult.RetryLater) result).after()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void unknownCodeIsRefusedForGood() {
    // Then
    assertThat(table.refusal("9", Duration.ofSeconds(5)))
        .isEqualTo(new SendResult.Refused(UNKNOWN));
    assertThat(table.meaningOf("9")).isEqualTo(new ReceiptMeaning(UNKNOWN, false));
    assertThat(table.entry("9")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"errors-cells.txt", "errors-consent.txt", "errors-twice.txt"})
  void brokenTableIsNotLoaded(String file) {
    assertThatIllegalStateException().isThrownBy(() -> load(file)).withMessageContaining(file);
  }

  @Test
  void missingTableIsNotLoaded() {
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> load("none.txt"))
        .withMessage("no none.txt");
  }

  private static ErrorTable load(String file) {
    return ErrorTable.load(ErrorTableTest.class, file, code -> UNKNOWN);
  }
}
