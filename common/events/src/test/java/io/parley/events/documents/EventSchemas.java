package io.parley.events.documents;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import io.parley.events.Channel;
import io.parley.events.ClosureReason;
import io.parley.events.Defaulted;
import io.parley.events.DropReason;
import io.parley.events.EmptyIfAbsent;
import io.parley.events.EventJson;
import io.parley.events.EventType;
import io.parley.events.FailureCause;
import io.parley.events.FalseIfAbsent;
import io.parley.events.StateReason;
import io.parley.events.configuration.AutomatedMessage;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ConditionValue;
import io.parley.events.configuration.ConfigurationObject;
import io.parley.events.configuration.FieldSecurityProfile;
import io.parley.events.configuration.Queue;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas (2020-12) of the events' data, from the records. Whatever is not {@code @Nullable}
 * is required; unknown properties are allowed everywhere.
 */
final class EventSchemas {

  /** Keyword of a list of values that may grow within one version of a type. */
  static final String OPEN_LIST = "x-extensible-enum";

  /**
   * Lists that grow with every channel, reason or kind of object that Parley learns. The others
   * describe a state or a role; a new value there changes what the known ones mean.
   */
  private static final Set<Class<?>> OPEN_LISTS =
      Set.of(
          Channel.class,
          ClosureReason.class,
          DropReason.class,
          FailureCause.class,
          StateReason.class,
          ChannelAddress.SenderType.class,
          ConfigurationObject.Kind.class,
          AutomatedMessage.Trigger.class,
          FieldSecurityProfile.Owner.class,
          Queue.AssignmentMethod.class);

  private final Descriptions descriptions;
  private final SchemaGenerator generator;

  EventSchemas(Descriptions descriptions) {
    this.descriptions = descriptions;
    this.generator = generator();
  }

  /** The schema of this type's data. */
  ObjectNode schema(EventType type) {
    ObjectNode generated = generator.generateSchema(type.dataType());
    ObjectNode schema = EventJson.mapper().createObjectNode();
    schema.set("$schema", generated.get("$schema"));
    schema.put("title", type.typeName());
    return schema.setAll(generated);
  }

  private SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder builder =
        new SchemaGeneratorConfigBuilder(
                EventJson.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonModule(JacksonOption.INLINE_TRANSFORMED_SUBTYPES))
            .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.STANDARD_FORMATS);
    builder
        .forTypesInGeneral()
        .withPropertySorter((one, other) -> 0)
        .withArrayUniqueItemsResolver(
            scope -> scope.getType().isInstanceOf(Set.class) ? true : null)
        .withDescriptionResolver(
            scope -> descriptions.of(scope.getType().getErasedType()).orElse(null))
        .withDefinitionNamingStrategy((key, context) -> definitionName(key.getType()))
        .withCustomDefinitionProvider(this::listOfValues)
        .withCustomDefinitionProvider(EventSchemas::scalar)
        .withCustomDefinitionProvider(EventSchemas::map);
    builder
        .forFields()
        .withRequiredCheck(field -> !isOptional(field))
        .withDescriptionResolver(this::description);
    return new SchemaGenerator(builder.build());
  }

  private @Nullable CustomDefinition listOfValues(
      ResolvedType type, SchemaGenerationContext context) {
    Class<?> values = type.getErasedType();
    if (!values.isEnum()) {
      return null;
    }
    ObjectNode schema = EventJson.mapper().createObjectNode();
    schema.put("type", "string");
    schema.put("description", description(values));
    Arrays.stream(values.getEnumConstants())
        .map(Object::toString)
        .forEach(schema.withArray(OPEN_LISTS.contains(values) ? OPEN_LIST : "enum")::add);
    return new CustomDefinition(schema, DefinitionType.ALWAYS_REF, AttributeInclusion.NO);
  }

  private static @Nullable CustomDefinition scalar(
      ResolvedType type, SchemaGenerationContext context) {
    ObjectNode schema = EventJson.mapper().createObjectNode();
    if (type.isInstanceOf(ConditionValue.class)) {
      schema.putArray("type").add("string").add("number").add("boolean");
    } else if (type.isInstanceOf(LocalTime.class)) {
      // The format "time" of JSON Schema has an offset.
      schema.put("type", "string").put("pattern", "^[0-2][0-9]:[0-5][0-9](:[0-5][0-9].*)?$");
    } else {
      return null;
    }
    return new CustomDefinition(schema, DefinitionType.INLINE, AttributeInclusion.YES);
  }

  private static @Nullable CustomDefinition map(
      ResolvedType type, SchemaGenerationContext context) {
    if (!type.isInstanceOf(Map.class)) {
      return null;
    }
    ObjectNode schema = EventJson.mapper().createObjectNode();
    schema.put("type", "object");
    schema.set(
        "additionalProperties", context.createDefinition(type.typeParametersFor(Map.class).get(1)));
    return new CustomDefinition(schema, DefinitionType.INLINE, AttributeInclusion.YES);
  }

  private @Nullable String description(FieldScope field) {
    return field.isFakeContainerItemScope()
        ? null
        : descriptions.of(field.getDeclaringType().getErasedType(), field.getName()).orElse(null);
  }

  private String description(Class<?> values) {
    Stream<String> meanings =
        Arrays.stream(values.getEnumConstants())
            .map(Object::toString)
            .flatMap(
                value ->
                    descriptions.of(values, value).stream()
                        .map(meaning -> "\n- " + value + ": " + meaning));
    return Stream.concat(descriptions.of(values).stream(), meanings).collect(Collectors.joining());
  }

  private static String definitionName(ResolvedType type) {
    Class<?> erased = type.getErasedType();
    Class<?> outer = erased.getEnclosingClass();
    return (outer == null ? "" : outer.getSimpleName()) + erased.getSimpleName();
  }

  private static boolean isOptional(FieldScope field) {
    return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class)
        || field.getRawMember().isAnnotationPresent(EmptyIfAbsent.class)
        || field.getRawMember().isAnnotationPresent(FalseIfAbsent.class)
        || field.getRawMember().isAnnotationPresent(Defaulted.class);
  }
}
