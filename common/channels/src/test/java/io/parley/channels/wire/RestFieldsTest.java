package io.parley.channels.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RestFieldsTest {

  @Test
  void jsonIsKeptByPathWithoutWhatIsTakenBlankOrNull() {
    // Given
    var json =
        JsonBody.read(
            "{\"a\":{\"b\":\"x\",\"c\":[1,true]},\"taken\":\"t\",\"blank\":\" \",\"none\":null}");

    // When
    Map<String, String> rest = new RestFields(Set.of("taken")).addAll(json).asMap();

    // Then
    assertThat(rest).isEqualTo(Map.of("a.b", "x", "a.c.0", "1", "a.c.1", "true"));
  }

  @Test
  void xmlIsKeptByPathWithAttributesAndTexts() {
    // Given
    var xml =
        XmlBody.read("<r i='1' xmlns:q='u'><s a='2'/><t><u>3</u></t><v> </v></r>".getBytes(UTF_8));

    // When
    Map<String, String> rest = new RestFields(Set.of("i")).addAll(xml.orElseThrow()).asMap();

    // Then
    assertThat(rest).isEqualTo(Map.of("s.a", "2", "t.u", "3"));
  }

  @Test
  void numberAndLengthAreBounded() {
    // Given
    RestFields fields = new RestFields(Set.of());

    // When
    fields.add("n".repeat(RestFields.MAX_NAME + 1), "too long a name");
    for (int i = 0; i < 1_000; i++) {
      fields.add("field" + i, "x".repeat(RestFields.MAX_VALUE + 1));
    }
    RestFields many = new RestFields(Set.of());
    for (int i = 0; i < 1_000; i++) {
      many.add("field" + i, "x");
    }

    // Then
    assertThat(fields.asMap().values()).allMatch(value -> value.length() == RestFields.MAX_VALUE);
    assertThat(fields.asMap()).hasSize(RestFields.MAX_CHARACTERS / RestFields.MAX_VALUE);
    assertThat(many.asMap()).hasSize(RestFields.MAX_FIELDS);
  }

  @Test
  void textsAreFitToBeStored() {
    // When
    Map<String, String> rest =
        new RestFields(Set.of()).add("a\0b", "x\0y\ud800z").add("c", "\0").asMap();

    // Then
    assertThat(rest).isEqualTo(Map.of("ab", "xy?z"));
    assertThat(CleanText.cut("a\ud83d\ude00", 2)).isEqualTo("a");
  }
}
