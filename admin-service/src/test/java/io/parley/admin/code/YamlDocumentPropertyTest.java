package io.parley.admin.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class YamlDocumentPropertyTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void readingWhatWasWrittenGivesTheSameTree(@ForAll("trees") JsonNode tree) {
    // When
    byte[] written = YamlDocument.write(tree);
    JsonNode read = YamlDocument.read(written).tree();

    // Then
    assertThat(read).isEqualTo(tree);
    assertThat(YamlDocument.write(read)).isEqualTo(written);
    assertThat(Differences.between(tree, read)).isEmpty();
  }

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void everyValueThatIsReadHasAPlaceInsideTheText(@ForAll("trees") JsonNode tree) {
    // Given
    byte[] written = YamlDocument.write(tree);
    YamlDocument document = YamlDocument.read(written);
    long lines = new String(written, StandardCharsets.UTF_8).lines().count();

    // Then
    Differences.between(NODES.missingNode(), tree)
        .forEach(
            d -> assertThat((long) document.positionOf(d.pointer()).line()).isBetween(1L, lines));
  }

  @Property(tries = 5000)
  void whateverIsSentIsReadOrRefused(@ForAll("texts") String text) {
    // Then
    assertThat(readOrRefused(text.getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void aDamagedDocumentIsReadOrRefused(
      @ForAll("trees") JsonNode tree, @ForAll byte[] noise, @ForAll int where) {
    // Given
    byte[] bytes = YamlDocument.write(tree);
    for (int i = 0; i < noise.length && i < 8; i++) {
      bytes[Math.floorMod(where + i * 31, bytes.length)] = noise[i];
    }

    // Then
    assertThat(readOrRefused(bytes)).isTrue();
  }

  private static boolean readOrRefused(byte[] bytes) {
    try {
      YamlDocument.read(bytes);
      return true;
    } catch (RefusedDocumentException e) {
      return !e.findings().isEmpty();
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> dangerous =
        Arbitraries.of(
                "\n",
                "\r",
                "\r\n",
                " ",
                "\t",
                ":",
                ": ",
                "- ",
                "? ",
                "#",
                " #",
                "'",
                "\"",
                "\\",
                "|",
                ">",
                "|+\n",
                "%",
                "@",
                "`",
                "&a ",
                "*a",
                "!",
                "!!str ",
                "{",
                "}",
                "[",
                "]",
                ",",
                "---",
                "...",
                "\n---\n",
                "~",
                "null",
                "true",
                "no",
                "1",
                "0x",
                "1e9",
                ".inf",
                "<<",
                "=",
                "a",
                "bc",
                "\u0000",
                "\u0007",
                "\u001b",
                "\u007f",
                "\u0085",
                "\u00a0",
                "\u2028",
                "\u2029",
                "\ufeff",
                "\ufffe",
                "\uffff",
                "\ud83d\udc4b",
                "é",
                "\u202e")
            .list()
            .ofMaxSize(12)
            .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(
        dangerous,
        Arbitraries.strings().ofMaxLength(40),
        Arbitraries.strings().ascii().ofMaxLength(300));
  }

  @Provide
  Arbitrary<JsonNode> trees() {
    Arbitrary<JsonNode> scalars =
        Arbitraries.oneOf(
            encodable().map(NODES::textNode),
            Arbitraries.integers().map(NODES::numberNode),
            Arbitraries.longs()
                .filter(l -> l > Integer.MAX_VALUE || l < Integer.MIN_VALUE)
                .map(NODES::numberNode),
            Arbitraries.longs()
                .filter(l -> l != 0)
                .map(l -> NODES.numberNode(BigInteger.valueOf(l).shiftLeft(Long.SIZE))),
            Arbitraries.doubles().map(NODES::numberNode),
            Arbitraries.of(NODES.booleanNode(true), NODES.booleanNode(false), NODES.nullNode()));
    return Arbitraries.recursive(() -> scalars, this::containing, 0, 3);
  }

  private Arbitrary<JsonNode> containing(Arbitrary<JsonNode> values) {
    return Arbitraries.oneOf(
        values,
        values.list().ofMaxSize(4).map(items -> NODES.arrayNode().addAll(items)),
        Arbitraries.maps(encodable(), values)
            .ofMaxSize(4)
            .map(fields -> NODES.objectNode().setAll(fields)));
  }

  private Arbitrary<String> encodable() {
    return texts().filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
  }
}
