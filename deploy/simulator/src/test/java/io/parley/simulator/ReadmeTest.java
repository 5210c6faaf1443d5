package io.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.simulator.testing.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  private static final Pattern SAMPLE =
      Pattern.compile("```http\\n([A-Z]+) (\\S+)\\n(.*?)```", Pattern.DOTALL);

  @Test
  void everySampleIsAcceptedInItsOrder() throws Exception {
    // Given
    List<MatchResult> samples = samples();
    try (Simulator simulator = Simulator.start(0)) {
      Caller caller = new Caller(simulator.baseUrl(), "", "");
      for (MatchResult sample : samples) {

        // When
        Caller.Result result = caller.json(sample.group(1), sample.group(2), sample.group(3));

        // Then
        assertThat(result.status())
            .as("%s %s: %s", sample.group(1), sample.group(2), result.body())
            .isBetween(200, 299);
      }
    }
    assertThat(samples).hasSizeGreaterThan(10);
  }

  private static List<MatchResult> samples() throws IOException {
    return SAMPLE.matcher(Files.readString(Path.of("README.md"))).results().toList();
  }
}
