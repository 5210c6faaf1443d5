package io.parley.events.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import io.parley.events.EventJson;
import io.parley.events.EventType;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Every generated document about the events, as text by file name. */
final class EventDocuments {

  /** File name of the AsyncAPI document. */
  static final String ASYNC_API = "asyncapi.yaml";

  private static final ObjectWriter JSON =
      EventJson.mapper()
          .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
  private static final YAMLMapper YAML =
      YAMLMapper.builder(YAMLFactory.builder().stringQuotingChecker(new QuotedTimes()).build())
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .build();

  private EventDocuments() {}

  /** The documents that these sources and the compiled records give. */
  static Map<String, String> generate(Path sources) {
    Descriptions descriptions = Descriptions.of(sources);
    EventSchemas schemas = new EventSchemas(descriptions);
    Map<String, String> documents = new TreeMap<>();
    for (EventType type : EventType.values()) {
      documents.put(schemaFile(type), json(schemas.schema(type)));
    }
    documents.put(ASYNC_API, yaml(new AsyncApiDocument(descriptions).document()));
    return documents;
  }

  /** File name of this type's schema. */
  static String schemaFile(EventType type) {
    return "schemas/" + type.typeName() + ".json";
  }

  private static String json(JsonNode document) {
    try {
      return JSON.writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String yaml(JsonNode document) {
    try {
      return YAML.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A time without quotes is a date to readers of YAML 1.1, and no longer the text we wrote. */
  private static final class QuotedTimes extends StringQuotingChecker.Default {

    private static final long serialVersionUID = 1L;
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*");

    @Override
    public boolean needToQuoteValue(String value) {
      return TIME.matcher(value).matches() || super.needToQuoteValue(value);
    }
  }
}
