package io.parley.admin.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentWriteTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aDocumentLooksAsAPersonWouldWriteIt() throws JsonProcessingException {
    // Given
    JsonNode tree =
        JSON.readTree(
            """
            {"version":1,"queues":[{"key":"support","name":"Support: first","members":[],"hours":{},
            "open":"09:30","country":"NO","from":"2026-01-01","number":"+41790000000","weight":0.5,
            "enabled":true,"note":null,"empty":"","hello":"Grüezi 👋\\nand welcome\\n","pattern":"^\\\\d+$"},
            {"key":"b","lists":[[1,2],["x"]]}]}
            """);

    // When
    String text = write(tree);

    // Then
    assertThat(text)
        .isEqualTo(
            """
            # Configuration of Parley. Secrets stand here as references.
            version: 1
            queues:
              - key: support
                name: 'Support: first'
                members: []
                hours: {}
                open: '09:30'
                country: 'NO'
                from: '2026-01-01'
                number: '+41790000000'
                weight: 0.5
                enabled: true
                note: null
                empty: ''
                hello: |
                  Grüezi 👋
                  and welcome
                pattern: ^\\d+$
              - key: b
                lists:
                  - - 1
                    - 2
                  - - x
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "support",
        "Support for all",
        "agent@example.org",
        "${env:TWILIO_TOKEN}",
        "https://example.org/a?b=c&d",
        "3f2a9c1e-0000-4000-8000-000000000000",
        "context.vip == true && priority > 3",
        "1.2.3",
        "grüezi"
      })
  void whatEveryReaderTakesForATextHasNoQuotes(String text) {
    // When
    String written = write(JsonNodeFactory.instance.objectNode().put("a", text));

    // Then
    assertThat(written).endsWith("\na: " + text + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "~",
        "true",
        "False",
        "1",
        "-1",
        "+1",
        "1.5",
        ".5",
        "1e3",
        "0x1F",
        "0o17",
        ".inf",
        ".NaN",
        "no",
        "Yes",
        "ON",
        "y",
        "12:30",
        "1:2:3",
        "2026-01-01",
        "1_000",
        "0b1",
        "<<",
        "=",
        "- a",
        "? a",
        ": a",
        "a: b",
        "a #b",
        "#a",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
        "[a",
        "{a",
        ", a",
        "'a'",
        "\"a\"",
        " a",
        "a ",
        "---",
        "...",
        "--- a",
        "a:"
      })
  void whatSomeReaderWouldTakeForSomethingElseHasQuotes(String text) {
    // When
    String written = write(JsonNodeFactory.instance.objectNode().put("a", text));

    // Then
    assertThat(written).endsWith("\na: '" + text.replace("'", "''") + "'\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n",
        "\n\n",
        "a\n",
        "a\n\n",
        "a\n\n\nb",
        "\na",
        " a\nb",
        "\ta\nb",
        "a \nb",
        "a\t\nb",
        "a\n ",
        "a\n  b\n c",
        "a\r\nb",
        "a\rb",
        "a\u0085b\n",
        "a\u2028b\n",
        "\uFEFFa\n",
        "a\u0000b\n",
        "# a\n# b",
        "--- a\n--- b",
        "---\n",
        "...\n",
        "a\n...\nb",
        "%TAG\nb",
        "a: b\nc: d",
        "- a\n- b",
        "\u001b[31m\n",
        "\ud83d\udc4b\n\ud83d\udc4b",
        "a\n\tb",
        "a\n\n "
      })
  void aTextOfSeveralLinesIsReadBackAsItIs(String text) {
    // Given
    JsonNode tree =
        JsonNodeFactory.instance
            .objectNode()
            .put("first", text)
            .put(text, 1)
            .set("list", JsonNodeFactory.instance.arrayNode().add(text).add("end"));

    // When
    JsonNode read = YamlDocument.read(YamlDocument.write(tree)).tree();

    // Then
    assertThat(read).isEqualTo(tree);
    assertThat(YamlDocument.read(YamlDocument.write(TextNode.valueOf(text))).tree().asText())
        .isEqualTo(text);
  }

  @Test
  void whatJsonHasNotIsNotWritten() {
    // Then
    assertThatThrownBy(() -> write(DoubleNode.valueOf(Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> write(MissingNode.getInstance()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> write(TextNode.valueOf("half a character: \ud83d")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> write(new POJONode(this)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String write(JsonNode tree) {
    return new String(YamlDocument.write(tree), StandardCharsets.UTF_8);
  }
}
