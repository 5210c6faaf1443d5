package io.parley.channels.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceivedFieldsTest {

  private static final String OURS = "00000000-0000-4000-8000-000000000003";

  @Test
  void whatCanBeUsedIsTaken() {
    // Given
    ReceivedFields fields =
        fields(
            "{'id':' m-1 ','ours':'" + OURS + "','at':'2026-11-20T09:00:00Z','text':' x\\u0000 '}");

    // When
    String id = fields.takeId("id");
    UUID ours = fields.takeOurId("ours");
    Instant at = fields.takeTime("at");
    String text = fields.takeText("text");

    // Then
    assertThat(id).isEqualTo("m-1");
    assertThat(ours).isEqualTo(UUID.fromString(OURS));
    assertThat(at).isEqualTo("2026-11-20T09:00:00Z");
    assertThat(text).isEqualTo(" x ");
    assertThat(fields.rest()).isEmpty();
  }

  @Test
  void whatCannotBeUsedIsLeft() {
    // Given
    ReceivedFields fields = fields("{'id':'a b','ours':'1','at':'now','text':{'a':1},'word':' '}");

    // When
    fields.takeId("id");
    fields.takeOurId("ours");
    fields.takeTime("at");
    String text = fields.takeText("text");
    fields.take("word");

    // Then
    assertThat(text).isEmpty();
    assertThat(fields.rest())
        .isEqualTo(Map.of("id", "a b", "ours", "1", "at", "now", "text.a", "1"));
  }

  @Test
  void numberIsATextToo() {
    // Given
    ReceivedFields fields = fields("{'text':7,'a.b':'x'}");

    // When
    String text = fields.takeText("text");
    String dotted = fields.take("a.b");

    // Then
    assertThat(text).isEqualTo("7");
    assertThat(dotted).isEqualTo("x");
    assertThat(fields.rest()).isEmpty();
  }

  private static ReceivedFields fields(String json) {
    return new JsonFields(JsonBody.read(json.replace('\'', '"')));
  }
}
