package io.parley.channels.custom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** XPaths within bounds. */
class XPathsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a/b",
        "@id",
        "//message/@id",
        "a[@kind='x:y//z']/text()",
        "a[1]/b[last()]",
        "child::a/b",
        "concat(a, '-', b)",
        "a[contains(b, 'x') and not(@c)]",
        "normalize-space(a)"
      })
  void anOrdinaryPathIsTaken(String path) {
    // When / Then
    assertThat(XPaths.problem(path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a[",
        "/a/",
        "$x",
        "x:a",
        "java:java.lang.Runtime.getRuntime()",
        "//a//b",
        "//a[.//b]",
        "a[../b]",
        "a[count(/x/b) > 1]",
        "a[b[c]]",
        "a[following::b]",
        "a[1][2][3][4]",
        "unknown(a)",
        "document('file:///etc/passwd')"
      })
  void aPathThatIsNoneOrReachesTooFarIsRefused(String path) {
    // When / Then
    assertThat(XPaths.problem(path)).isPresent();
  }

  @Test
  void pathsThatCannotBeEvaluatedLeadNowhere() {
    // Given
    Payload payload = XmlPayload.read("<a/>".getBytes(UTF_8)).orElseThrow();
    // When / Then
    assertThat(payload.values("count(")).isEqualTo(List.of());
    assertThat(payload.values("substring(1)")).isEqualTo(List.of());
  }

  @Test
  void aDocumentOfTooManyNodesIsNotRead() {
    // Given
    String xml = "<a>" + "<b/>".repeat(XmlTree.MOST_NODES) + "</a>";
    // When / Then
    assertThat(XmlPayload.read(xml.getBytes(UTF_8))).isEmpty();
  }
}
