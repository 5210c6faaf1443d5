package io.parley.admin.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentReadTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "on",
        "y",
        "Off",
        "12:30",
        "2026-01-01",
        "2026-01-01T00:00:00Z",
        "+41 79 000 00 00",
        "1_000",
        "0b11",
        "1.2.3",
        "${env:TWILIO_TOKEN}",
        "=",
        "<<",
        "nil",
        "tRue"
      })
  void whatIsNoNumberAndNoTruthValueStaysText(String text) {
    // When
    YamlDocument document = read("value: " + text + "\n");

    // Then
    assertThat(document.tree().get("value").isTextual()).isTrue();
    assertThat(document.tree().get("value").asText()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "-17, -17",
    "+17, 17",
    "007, 7",
    "0o17, 15",
    "0xFF, 255",
    "2147483648, 2147483648",
    "92233720368547758070, 92233720368547758070",
    "1.5, 1.5",
    ".5, 0.5",
    "1., 1.0",
    "1e3, 1000.0",
    "0.12345678901234567890123, 0.12345678901234567890123",
    "true, true",
    "False, false",
    "TRUE, true",
    "null, null",
    "~, null",
    "'', null",
    "'\"1\"', '\"1\"'",
    "'''no''', '\"no\"'"
  })
  void valuesAreTypedAsTheCoreSchemaSays(String yaml, String json) throws JsonProcessingException {
    // When
    YamlDocument document = read("value: " + yaml + "\n");

    // Then
    assertThat(JSON.writeValueAsString(document.tree())).isEqualTo("{\"value\":" + json + "}");
  }

  @Test
  void everyValueHasThePlaceOfItsKeyOrItem() {
    // Given
    YamlDocument document =
        read(
            """
            # a comment

            queues:
              - key: support
                name: Support
              - key: sales

            "a/b~c": {inner: [1, 2]}
            """);

    // Then
    assertThat(document.positionOf("/queues")).isEqualTo(new Position(3, 1));
    assertThat(document.positionOf("/queues/0/name")).isEqualTo(new Position(5, 5));
    assertThat(document.positionOf("/queues/1")).isEqualTo(new Position(6, 5));
    assertThat(document.positionOf("/a~1b~0c/inner/1")).isEqualTo(new Position(8, 22));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1",
    "/missing, 1",
    "/queues/7, 2",
    "/queues/0/missing/deeper, 3",
    "/queues/0/key/not-a-container, 3",
    "/queues/-, 2",
    "/queues/99999999999, 2",
    "no-pointer, 1"
  })
  void aValueThatIsMissingHasThePlaceOfWhatShouldHoldIt(String pointer, int line) {
    // Given
    YamlDocument document = read("version: 1\nqueues:\n  - key: support\n");

    // When
    Position position = document.positionOf(pointer);

    // Then
    assertThat(position.line()).isEqualTo(line);
  }

  @Test
  void anAliasIsACopyThatStandsWhereTheAliasStands() {
    // When
    YamlDocument document = read("a: &hours\n  from: 1\nb: *hours\n");

    // Then
    assertThat(document.tree().get("b")).isEqualTo(document.tree().get("a"));
    assertThat(document.tree().get("b")).isNotSameAs(document.tree().get("a"));
    assertThat(document.positionOf("/b/from").line()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1\\nb: [1, 2\\nc: 3       | 3 |        | no valid YAML",
        "a: 'open                     | 1 |        | no valid YAML",
        "a: 1\\n\\tb: 2               | 2 |        | no valid YAML",
        "a: b: c                      | 1 |        | no valid YAML",
        "%YAML 2.0\\n---\\na: 1       | 1 |        | no valid YAML of version 1.2",
        "a: 1\\nb: \u0007x            | 2 |        | U+0007",
        "''                           | 1 |        | the document is empty",
        "# only a comment             | 1 |        | the document is empty",
        "a: 1\\n---\\nb: 2            | 2 |        | a second document",
        "a: 1\\nb:\\n  c: 1\\n  c: 2  | 4 | /b/c   | first in line 3",
        "1: a                         | 1 |        | a key must be a text",
        "a: {true: b}                 | 1 | /a     | a key must be a text",
        "? \\n: b                      | 1 |        | a key must be a text",
        "? [a, b]\\n: c               | 1 |        | a key must be a text",
        "? {a: b}\\n: c               | 1 |        | a key must be a text",
        "a: &x b\\n*x : c             | 2 |        | a key must be a text",
        "a:\\n  - !!str 1             | 2 | /a/0   | tags",
        "a: !secret {b: c}            | 1 | /a     | tags",
        "a: ! b                       | 1 | /a     | tags",
        "a: .inf                      | 1 | /a     | not a number that can be used",
        "a: .NaN                      | 1 | /a     | not a number that can be used",
        "a: 1e1000                    | 1 | /a     | not a number that can be used",
        "a: 1e999999999999            | 1 | /a     | not a number that can be used",
        "a: *unknown                  | 1 | /a     | not defined before",
        "a: &x [1, *x]                | 1 | /a/1   | within its own anchor",
        "a: &x 1\\nb: &x 2            | 2 | /b     | was defined before"
      })
  void whatCannotBeWorkedWithIsRefusedWithLineAndPointer(
      String yaml, int line, String pointer, String detail) {
    // Given
    String text = yaml.equals("''") ? "" : yaml.replace("\\n", "\n").replace("\\t", "\t");

    // When
    List<Finding> findings = refusal(text.getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().position().line()).isEqualTo(line);
    assertThat(findings.getFirst().pointer()).isEqualTo(pointer == null ? "" : pointer);
    assertThat(findings.getFirst().detail()).contains(detail);
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    // When
    List<Finding> findings =
        refusal("a: 1\na: 2\nb: !x 1\nc: .inf\n".getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(findings).extracting(f -> f.position().line()).containsExactly(2, 3, 4);
  }

  @Test
  void noMoreThanFiftyFindingsAreSaid() {
    // When
    List<Finding> findings =
        refusal(
            String.join("", Collections.nCopies(80, "a: 1\n")).getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(findings).hasSize(50);
  }

  @Test
  void aRefusalRepeatsNoValue() {
    // Given
    String secret = "planted-secret-4711";

    // Then
    assertThatThrownBy(() -> read("a: !x " + secret + "\na: " + secret + "\nb: '" + secret + "\n"))
        .isInstanceOfSatisfying(
            RefusedDocumentException.class,
            e -> assertThat(e.findings().toString()).doesNotContain(secret))
        .hasMessageNotContaining(secret);
  }

  @Test
  void whatIsNotUtf8IsRefusedWithItsLine() {
    // When
    List<Finding> findings = refusal("a: 1\nb: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

    // Then
    assertThat(findings)
        .containsExactly(new Finding(new Position(2, 4), "", "the document is not UTF-8 here"));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstKey() {
    // When
    YamlDocument document = read("\uFEFFa: 1\n");

    // Then
    assertThat(document.tree().has("a")).isTrue();
  }

  @Test
  void fiftyLevelsAreReadAndOneMoreIsNot() {
    // When
    YamlDocument document = read(nested(50));
    List<Finding> findings = refusal(nested(51).getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(document.tree().isArray()).isTrue();
    assertThat(findings)
        .extracting(Finding::detail)
        .containsExactly("nested deeper than 50 levels");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "? ", "- "})
  void endlessNestingIsRefused(String opening) {
    // When
    List<Finding> findings = refusal(opening.repeat(100_000).getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(findings).isNotEmpty();
  }

  @Test
  void aliasesCannotNestDeeperThanWhatIsWrittenOut() {
    // Given
    String text = "a: &a " + nested(40) + "\nb: " + "[".repeat(15) + "*a" + "]".repeat(15) + "\n";

    // When
    List<Finding> findings = refusal(text.getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(findings)
        .extracting(Finding::detail)
        .containsExactly("nested deeper than 50 levels");
  }

  @Test
  void aBillionLaughsAreRefused() {
    // Given
    StringBuilder text = new StringBuilder("a0: &a0 [lol, lol]\n");
    for (int i = 1; i < 40; i++) {
      text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    // When
    List<Finding> findings = refusal(text.toString().getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(findings)
        .extracting(Finding::detail)
        .containsExactly("the aliases stand for too much; write it out");
  }

  @Test
  void moreThanAHundredAliasesAreRefused() {
    // Given
    String text = "a: &a 1\nb: [" + String.join(", ", Collections.nCopies(101, "*a")) + "]\n";

    // When
    List<Finding> findings = refusal(text.getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(findings).extracting(Finding::detail).containsExactly("more than 100 aliases");
  }

  @Test
  void moreThanTenMebibytesAreRefused() {
    // When
    List<Finding> findings = refusal(new byte[YamlDocument.MOST_BYTES + 1]);

    // Then
    assertThat(findings).extracting(Finding::detail).allMatch(d -> d.contains("larger than"));
  }

  @Test
  void tooManyValuesAreRefused() {
    // When
    List<Finding> findings = refusal("- a\n".repeat(500_001).getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(findings).extracting(Finding::detail).containsExactly("more than 500000 values");
  }

  @Test
  void aTextOfTenMebibytesIsRead() {
    // Given
    String text = "a: " + "x".repeat(YamlDocument.MOST_BYTES - 10) + "\n";

    // When
    YamlDocument document = read(text);

    // Then
    assertThat(document.tree().get("a").asText()).hasSize(YamlDocument.MOST_BYTES - 10);
  }

  private static String nested(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }

  private static YamlDocument read(String text) {
    return YamlDocument.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Finding> refusal(byte[] bytes) {
    RefusedDocumentException refusal =
        catchThrowableOfType(RefusedDocumentException.class, () -> YamlDocument.read(bytes));
    assertThat(refusal).isNotNull();
    return refusal.findings();
  }
}
