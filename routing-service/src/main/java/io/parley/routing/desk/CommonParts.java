package io.parley.routing.desk;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds what is the same for every operation: how it refuses, and what its parameters mean. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CommonParts implements OASFilter {

  private static final String IF_MATCH = "If-Match";

  private static final Map<String, String> MEANINGS =
      Map.of(
          "limit",
          "At most this many",
          "after",
          "The value of 'next' of the page before",
          "fileName",
          "The file's name, with its extension",
          "state",
          "Only conversations in these states; all if left out",
          IF_MATCH,
          "The ETag that was read last, such as \"7\"");

  private static final Map<String, String> OF_ALL =
      Map.of(
          "400", "The request is not valid; 'errors' names the places",
          "401", "No valid token",
          "403", "Not an agent, or not this agent's to act on",
          "404", "It does not exist, or not for this agent");

  private static final Map<String, String> OF_COMMANDS =
      Map.of(
          "409", "Something else happened first, or the state does not have this; nothing changed",
          "428", "If-Match is missing");

  @Override
  public Operation filterOperation(Operation operation) {
    Map<String, String> refusals = new TreeMap<>(OF_ALL);
    if (isCommand(operation)) {
      refusals.putAll(OF_COMMANDS);
    }
    refusals.forEach(
        (status, description) ->
            operation.getResponses().addAPIResponse(status, refusal(description)));
    return operation;
  }

  private static APIResponse refusal(String description) {
    return OASFactory.createAPIResponse()
        .description(description)
        .content(
            OASFactory.createContent()
                .addMediaType(
                    "application/problem+json",
                    OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
  }

  private static boolean isCommand(Operation operation) {
    List<Parameter> parameters = operation.getParameters();
    return parameters != null && parameters.stream().anyMatch(p -> IF_MATCH.equals(p.getName()));
  }

  @Override
  public Parameter filterParameter(Parameter parameter) {
    String meaning = MEANINGS.get(parameter.getName());
    if (meaning != null) {
      parameter.setDescription(meaning);
    }
    if (IF_MATCH.equals(parameter.getName())) {
      parameter.setRequired(true);
    }
    return parameter;
  }
}
