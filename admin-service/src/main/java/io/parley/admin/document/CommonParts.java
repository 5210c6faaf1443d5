package io.parley.admin.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Adds what is the same for every operation: how it refuses, and what its parameters mean. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CommonParts implements OASFilter {

  static final String PROBLEM = "Problem";

  private static final String OK = "200";
  private static final String CREATED = "201";
  private static final String LIMIT = "limit";
  private static final String IF_MATCH = "If-Match";
  private static final int HIGHEST_LIMIT = 200;

  private static final Map<String, String> MEANINGS =
      Map.of(
          LIMIT,
          "At most this many, 1 to 200; 50 if left out",
          "after",
          "The value of next of the page before",
          "name",
          "Only objects whose name contains this text, in any case",
          IF_MATCH,
          "The ETag that was read last, or * for any version",
          "Idempotency-Key",
          "The same request with the same key again creates nothing");

  @Override
  public Operation filterOperation(Operation operation) {
    APIResponses responses = operation.getResponses();
    if (responses == null) {
      return operation;
    }
    if (String.valueOf(operation.getOperationId()).startsWith("create")) {
      // The type of the method cannot say which status the response will have.
      APIResponse created = responses.getAPIResponse(OK);
      responses.removeAPIResponse(OK);
      responses.addAPIResponse(CREATED, created.description("Created"));
    }
    responses.addAPIResponse(
        "default", OASFactory.createAPIResponse().ref("#/components/responses/" + PROBLEM));
    return operation;
  }

  @Override
  public Parameter filterParameter(Parameter parameter) {
    String meaning = MEANINGS.get(parameter.getName());
    if (meaning != null) {
      parameter.setDescription(meaning);
    }
    if (LIMIT.equals(parameter.getName())) {
      parameter.setSchema(
          OASFactory.createSchema()
              .type(List.of(SchemaType.INTEGER))
              .minimum(java.math.BigDecimal.ONE)
              .maximum(java.math.BigDecimal.valueOf(HIGHEST_LIMIT)));
    }
    if (IF_MATCH.equals(parameter.getName())) {
      parameter.setRequired(true);
    }
    return parameter;
  }
}
