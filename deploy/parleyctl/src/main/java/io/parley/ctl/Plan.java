package io.parley.ctl;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document would change, or has changed.
 *
 * @param version of the configuration: the one a plan was made against, or the one applied
 * @param changes one for each object, in the server's order
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Plan(
    @JsonProperty(required = true) String version,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Change> changes) {

  Plan {
    changes = List.copyOf(changes);
  }

  /** What happens to an object. */
  enum Action {
    CREATE("+", "to create"),
    REPLACE("~", "to replace"),
    DELETE("-", "to delete");

    private final String sign;
    private final String words;

    Action(String sign, String words) {
      this.sign = sign;
      this.words = words;
    }

    String sign() {
      return sign;
    }

    String words() {
      return words;
    }
  }

  /** One object. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Change(
      @JsonProperty(required = true) Action action,
      @JsonProperty(required = true) String kind,
      @JsonProperty(required = true) String key,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<Difference> differences) {

    Change {
      differences = List.copyOf(differences);
    }
  }

  /** One value; null where there was or will be none. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Difference(
      @JsonProperty(required = true) String pointer,
      @Nullable JsonNode before,
      @Nullable JsonNode after) {}

  boolean isEmpty() {
    return changes.isEmpty();
  }
}
