package io.parley.events.documents;

import io.parley.events.EventJson;
import io.parley.events.EventType;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PrintTest {
  @Test
  void p() throws Exception {
    var s = new EventSchemas(Descriptions.of(Path.of("src/main/java")));
    for (var t : EventType.values())
      System.out.println(
          EventJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(s.schema(t)));
  }
}
