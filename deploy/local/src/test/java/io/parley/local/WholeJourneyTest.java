package io.parley.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class WholeJourneyTest {

  private static final Pattern STEP =
      Pattern.compile(
          "\\d\\d:\\d\\d:\\d\\d\\.\\d{3}  \\+ *\\d+\\.\\d{3} s  (.+?)  +parley\\.\\S+ +\\d+@\\d+");

  @Test
  void theTimelineShowsEveryStepFromTheCustomersTextToTheReceipt(SystemUnderTest system) {
    // Given
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    // When
    new Journey(system.stack(), system.organisation(), out).make(new Random(1));

    // Then
    List<String> steps =
        STEP.matcher(printed.toString(StandardCharsets.UTF_8))
            .results()
            .map(m -> m.group(1))
            .toList();
    assertThat(steps)
        .containsExactly(
            "SMS received",
            "conversation opened",
            "classified",
            "queued",
            "offered to an agent",
            "accepted",
            "answered",
            "sent",
            "delivered");
    System.out.print(printed.toString(StandardCharsets.UTF_8));
    System.out.printf(
        "Figure: resident memory of the whole stack with the test's own JVM: %.2f GiB%n",
        Memory.of(system.stack().postgres()) / 1024.0 / 1024 / 1024);
  }
}
