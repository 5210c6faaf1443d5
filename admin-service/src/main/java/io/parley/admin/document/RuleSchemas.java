package io.parley.admin.document;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.parley.events.EmptyIfAbsent;
import io.parley.events.configuration.AgentCondition;
import io.parley.events.configuration.ClassificationOutput;
import io.parley.events.configuration.Condition;
import io.parley.events.configuration.ConditionValue;
import io.parley.events.configuration.OverflowAction;
import io.parley.events.configuration.OverflowCondition;
import io.parley.events.configuration.RuleCondition;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * The alternatives of which rules are made, from the records. Whoever reads the types of the
 * resources sees interfaces without fields.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 3)
public class RuleSchemas implements OASFilter {

  private static final List<Class<?>> ALTERNATIVES =
      List.of(
          RuleCondition.class,
          Condition.class,
          ClassificationOutput.class,
          OverflowCondition.class,
          OverflowAction.class,
          AgentCondition.class);

  @Override
  public void filterOpenAPI(OpenAPI document) {
    Components components = document.getComponents();
    components.addSchema(
        ConditionValue.class.getSimpleName(),
        OASFactory.createSchema()
            .type(List.of(SchemaType.STRING, SchemaType.NUMBER, SchemaType.BOOLEAN)));
    for (Class<?> type : ALTERNATIVES) {
      components.addSchema(type.getSimpleName(), alternatives(type));
    }
  }

  private static Schema alternatives(Class<?> type) {
    JsonTypeInfo told = Objects.requireNonNull(type.getAnnotation(JsonTypeInfo.class));
    JsonSubTypes all = Objects.requireNonNull(type.getAnnotation(JsonSubTypes.class));
    Schema schema = OASFactory.createSchema();
    for (JsonSubTypes.Type alternative : all.value()) {
      Schema one = of(SchemaType.OBJECT);
      if (told.use() == JsonTypeInfo.Id.NAME) {
        one.addProperty(
                told.property(), of(SchemaType.STRING).enumeration(List.of(alternative.name())))
            .addRequired(told.property());
      }
      fields(alternative.value(), one);
      schema.addOneOf(one);
    }
    return schema;
  }

  private static void fields(Class<?> type, Schema schema) {
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        continue;
      }
      schema.addProperty(field.getName(), value(field.getGenericType()));
      if (!field.getAnnotatedType().isAnnotationPresent(Nullable.class)
          && !field.isAnnotationPresent(EmptyIfAbsent.class)) {
        schema.addRequired(field.getName());
      }
    }
  }

  private static Schema value(Type type) {
    if (type instanceof ParameterizedType list) {
      return of(SchemaType.ARRAY).items(value(list.getActualTypeArguments()[0]));
    }
    Class<?> single = (Class<?>) type;
    if (single.isEnum()) {
      return of(SchemaType.STRING)
          .enumeration(
              Arrays.stream(single.getEnumConstants()).<Object>map(Object::toString).toList());
    }
    if (single == String.class) {
      return of(SchemaType.STRING);
    }
    if (single == UUID.class) {
      return of(SchemaType.STRING).format("uuid");
    }
    if (single == Duration.class) {
      return of(SchemaType.STRING).format("duration");
    }
    if (single == int.class || single == Integer.class) {
      return of(SchemaType.INTEGER).format("int32");
    }
    if (single == Boolean.class) {
      return of(SchemaType.BOOLEAN);
    }
    return OASFactory.createSchema().ref("#/components/schemas/" + single.getSimpleName());
  }

  private static Schema of(SchemaType type) {
    return OASFactory.createSchema().type(List.of(type));
  }
}
