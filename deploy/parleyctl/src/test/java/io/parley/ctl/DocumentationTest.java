package io.parley.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/configuration-as-code.md names is there. */
class DocumentationTest {

  private static final Path PAGE = Path.of("..", "..", "docs", "configuration-as-code.md");
  private static final Pattern NAME = Pattern.compile("--[a-z][a-z-]+|PARLEY_[A-Z]+");

  @Test
  void thePageNamesTheOptionsAndVariablesOfTheCommandAndNoOthers() throws IOException {
    // Given
    Set<String> documented = names(Files.readString(PAGE));

    // When
    Set<String> offered = names(help("export") + help("plan") + help("apply"));

    // Then
    offered.removeAll(Set.of("--version", "--output"));
    assertThat(documented).isEqualTo(offered);
  }

  private static Set<String> names(String text) {
    return NAME.matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String help(String command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Parleyctl.run(
        new Surroundings(Map.of(), new ByteArrayInputStream(new byte[0]), stream, stream),
        command,
        "--help");
    return out.toString(StandardCharsets.UTF_8);
  }
}
