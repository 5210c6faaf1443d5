package io.parley.admin.document;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.parley.events.Defaulted;
import io.parley.events.configuration.ConfigurationObject;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/**
 * The operations on the objects of every kind, which one resource serves: list, create, read,
 * replace, patch and delete, each with the schema of its kind. Runs before {@link CommonParts}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class ObjectOperations implements OASFilter {

  /** The schema of what an administrator sends ends with this. */
  static final String INPUT = "Input";

  private static final String JSON = "application/json";
  private static final String MERGE_PATCH = "application/merge-patch+json";
  private static final String VERSIONED = "Versioned";

  @Override
  public void filterOpenAPI(OpenAPI document) {
    Paths paths = document.getPaths();
    Components components = document.getComponents();
    components.addSchema(VERSIONED, versioned());
    for (Kind kind : Kind.values()) {
      if (!kind.isAdministered()) {
        continue;
      }
      Names names = Names.of(kind);
      relax(components.getSchemas().get(names.one() + INPUT), kind);
      components.addSchema(names.one(), view(names, kind));
      addSecrets(components.getSchemas().get(names.one() + INPUT), kind);
      components.addSchema(names.one() + "Page", page(names));
      paths.addPathItem("/api/v1/" + kind.collection(), collection(names));
      paths.addPathItem("/api/v1/" + kind.collection() + "/{id}", object(names));
    }
  }

  /** The names of a kind: {@code ChannelAddress}, {@code ChannelAddresses}, "channel address". */
  private record Names(String one, String many, String words) {

    static Names of(Kind kind) {
      return new Names(
          camel(kind.name().split("_")),
          camel(kind.collection().split("-")),
          kind.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static String camel(String[] words) {
      return Arrays.stream(words)
          .map(
              w ->
                  w.substring(0, 1).toUpperCase(Locale.ROOT)
                      + w.substring(1).toLowerCase(Locale.ROOT))
          .collect(Collectors.joining());
    }
  }

  /** What has a default need not be sent. */
  private static void relax(@Nullable Schema input, Kind kind) {
    if (input == null || input.getRequired() == null) {
      return;
    }
    Class<?> type =
        Arrays.stream(ConfigurationObject.class.getAnnotation(JsonSubTypes.class).value())
            .filter(one -> one.name().equals(kind.name()))
            .<Class<?>>map(JsonSubTypes.Type::value)
            .findFirst()
            .orElseThrow();
    Arrays.stream(type.getRecordComponents())
        .filter(component -> isDefaulted(type, component.getName()))
        .forEach(component -> input.removeRequired(component.getName()));
  }

  private static boolean isDefaulted(Class<?> type, String component) {
    return Arrays.stream(type.getDeclaredFields())
        .anyMatch(
            field ->
                field.getName().equals(component) && field.isAnnotationPresent(Defaulted.class));
  }

  private static PathItem collection(Names names) {
    return OASFactory.createPathItem()
        .GET(
            operation("list" + names.many(), "List objects of the kind " + names.words(), names)
                .addParameter(query("limit"))
                .addParameter(query("after"))
                .addParameter(query("name"))
                .responses(answer("A page", names.one() + "Page")))
        .POST(
            operation("create" + names.one(), "Create a " + names.words(), names)
                .addParameter(header("Idempotency-Key"))
                .requestBody(
                    OASFactory.createRequestBody()
                        .required(true)
                        .content(content(JSON, names.one() + INPUT)))
                .responses(answer("OK", names.one())));
  }

  private static PathItem object(Names names) {
    return OASFactory.createPathItem()
        .addParameter(
            OASFactory.createParameter()
                .name("id")
                .in(Parameter.In.PATH)
                .required(true)
                .schema(text("uuid")))
        .GET(
            operation("read" + names.one(), "Read a " + names.words(), names)
                .responses(answer("OK", names.one())))
        .PUT(
            operation("replace" + names.one(), "Replace a " + names.words(), names)
                .addParameter(header("If-Match"))
                .requestBody(
                    OASFactory.createRequestBody()
                        .required(true)
                        .content(content(JSON, names.one() + INPUT)))
                .responses(answer("OK", names.one())))
        .PATCH(
            operation("patch" + names.one(), "Change fields of a " + names.words(), names)
                .description("A JSON merge patch (RFC 7396): null removes a field.")
                .addParameter(header("If-Match"))
                .requestBody(
                    OASFactory.createRequestBody()
                        .required(true)
                        .content(
                            OASFactory.createContent()
                                .addMediaType(
                                    MERGE_PATCH,
                                    OASFactory.createMediaType()
                                        .schema(
                                            OASFactory.createSchema()
                                                .type(List.of(SchemaType.OBJECT))))))
                .responses(answer("OK", names.one())))
        .DELETE(
            operation("delete" + names.one(), "Delete a " + names.words(), names)
                .addParameter(header("If-Match"))
                .responses(
                    OASFactory.createAPIResponses()
                        .addAPIResponse(
                            "204", OASFactory.createAPIResponse().description("Deleted"))));
  }

  private static Operation operation(String id, String summary, Names names) {
    return OASFactory.createOperation()
        .operationId(id)
        .summary(summary)
        .addTag(names.many())
        .addSecurityRequirement(
            OASFactory.createSecurityRequirement().addScheme("SecurityScheme", List.of()));
  }

  private static APIResponses answer(String description, String schema) {
    return OASFactory.createAPIResponses()
        .addAPIResponse(
            "200",
            OASFactory.createAPIResponse().description(description).content(content(JSON, schema)));
  }

  private static Content content(String mediaType, String schema) {
    return OASFactory.createContent()
        .addMediaType(mediaType, OASFactory.createMediaType().schema(ref(schema)));
  }

  private static Parameter query(String name) {
    return OASFactory.createParameter().name(name).in(Parameter.In.QUERY).schema(text(null));
  }

  private static Parameter header(String name) {
    return OASFactory.createParameter().name(name).in(Parameter.In.HEADER).schema(text(null));
  }

  private static Schema view(Names names, Kind kind) {
    Schema shown = object();
    switch (kind) {
      case ACCOUNT ->
          shown
              .addProperty("callbackUrls", array(ref("CallbackUrl")))
              .addProperty("lastCheck", ref("AccountCheck"))
              .addProperty("secrets", map(secretState()));
      case BOT -> shown.addProperty("secrets", map(secretState()));
      case USER -> shown.addProperty("passwordSetAt", text("date-time"));
      default -> {
        return OASFactory.createSchema().allOf(List.of(ref(names.one() + INPUT), ref(VERSIONED)));
      }
    }
    return OASFactory.createSchema()
        .allOf(List.of(ref(names.one() + INPUT), shown, ref(VERSIONED)));
  }

  /** Secret fields are no part of a definition, but of what is sent. */
  private static void addSecrets(@Nullable Schema input, Kind kind) {
    if (input == null) {
      return;
    }
    switch (kind) {
      case ACCOUNT, BOT ->
          input.addProperty(
              "secrets",
              map(OASFactory.createSchema().type(List.of(SchemaType.STRING, SchemaType.NULL)))
                  .writeOnly(true)
                  .description(
                      "By name: the secret, or ${env:NAME} or ${file:NAME}; null removes it, what"
                          + " is left out stays"));
      case USER ->
          input.addProperty(
              "password",
              text(null)
                  .writeOnly(true)
                  .minLength(12)
                  .maxLength(200)
                  .description("What is left out stays; without one there is no sign-in here"));
      default -> {
        // The others have none.
      }
    }
  }

  private static Schema secretState() {
    return object()
        .addProperty("set", OASFactory.createSchema().type(List.of(SchemaType.BOOLEAN)))
        .addProperty("setAt", text("date-time"))
        .addProperty("previousAcceptedUntil", text("date-time"));
  }

  private static Schema map(Schema values) {
    return object().additionalPropertiesSchema(values);
  }

  private static Schema array(Schema items) {
    return OASFactory.createSchema().type(List.of(SchemaType.ARRAY)).items(items);
  }

  private static Schema page(Names names) {
    return object()
        .addProperty(
            "items",
            OASFactory.createSchema().type(List.of(SchemaType.ARRAY)).items(ref(names.one())))
        .addProperty("next", text(null).description("Send it as after to get what follows"));
  }

  private static Schema versioned() {
    return object()
        .addProperty(
            "version",
            OASFactory.createSchema()
                .type(List.of(SchemaType.INTEGER))
                .format("int64")
                .description("Its ETag"))
        .addProperty("createdAt", text("date-time"))
        .addProperty("changedAt", text("date-time"));
  }

  private static Schema object() {
    return OASFactory.createSchema().type(List.of(SchemaType.OBJECT));
  }

  private static Schema text(@Nullable String format) {
    return OASFactory.createSchema().type(List.of(SchemaType.STRING)).format(format);
  }

  private static Schema ref(String schema) {
    return OASFactory.createSchema().ref("#/components/schemas/" + schema);
  }
}
