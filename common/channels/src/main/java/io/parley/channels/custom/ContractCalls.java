package io.parley.channels.custom;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.channels.OpenAccount;
import io.parley.channels.Reception;
import io.parley.channels.WebhookAnswer;
import io.parley.channels.WebhookRequest;
import io.parley.channels.wire.CallerChecks;
import io.parley.channels.wire.JsonBody;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Calls of a service that speaks the contract: a message or a delivery report, or an array of them
 * (domain/channels-and-accounts.md §6.2).
 */
record ContractCalls(
    String channelDefinitionId,
    String organizationId,
    boolean byToken,
    String region,
    ErrorMeanings meanings)
    implements Calls {

  static final String SECRET = "sharedSecret";
  private static final String OTHER_SECRET = "otherSharedSecret";
  private static final String BEARER = "Bearer ";
  private static final int MOST_ELEMENTS = 500;
  private static final WebhookAnswer ANSWER = WebhookAnswer.NO_CONTENT;

  /** Reads it. */
  static ContractCalls of(Settings settings, Problems problems) {
    return new ContractCalls(
        problems.required(settings, "channelDefinitionId", "is required with the form contract"),
        settings.text("organizationId"),
        settings.text("contractAuthentication").equals("token"),
        settings.text("region"),
        ErrorMeanings.of(settings, problems));
  }

  @Override
  public Optional<Reception.Refusal> refusal(
      WebhookRequest request, OpenAccount account, Instant receivedAt) {
    if (!request.method().equals("POST")) {
      return Optional.of(new Reception.Malformed("expected POST"));
    }
    List<String> secrets =
        Stream.of(SECRET, OTHER_SECRET)
            .map(account::optionalSecret)
            .flatMap(Optional::stream)
            .filter(secret -> !secret.isEmpty())
            .toList();
    return (byToken
            ? tokenProblem(secrets, request)
            : signatureProblem(secrets, request, receivedAt))
        .map(Reception.NotAuthentic::new);
  }

  @Override
  public Reception read(WebhookRequest request, OpenAccount account, Instant receivedAt) {
    JsonNode root = JsonBody.read(request.body());
    if (!root.isContainerNode()) {
      return new Reception.NotUnderstood("the call is not JSON", ANSWER);
    }
    List<JsonNode> elements = new ArrayList<>();
    if (root.isArray()) {
      root.forEach(elements::add);
    } else {
      elements.add(root);
    }
    if (elements.size() > MOST_ELEMENTS) {
      return new Reception.NotUnderstood(
          "the call has more than " + MOST_ELEMENTS + " elements", ANSWER);
    }
    Readings readings = new Readings();
    for (int index = 0; index < elements.size(); index++) {
      JsonNode element = elements.get(index);
      Origin origin = new Origin(request, account, receivedAt, index);
      readings.add(read(element, origin), () -> element.toString().getBytes(UTF_8));
    }
    return readings.reception(ANSWER);
  }

  @Override
  public WebhookAnswer acknowledgement() {
    return ANSWER;
  }

  private ReadElement read(JsonNode element, Origin origin) {
    if (!channelDefinitionId.equals(element.path("ChannelDefinitionId").asText(""))) {
      return new ReadElement.NotUnderstood("the ChannelDefinitionId is not this account's");
    }
    String organization = element.path("OrganizationId").asText("");
    if (!organizationId.isEmpty() && !organizationId.equalsIgnoreCase(organization)) {
      return new ReadElement.NotUnderstood("the OrganizationId is not this account's");
    }
    if (element.has("Status")) {
      return ContractReport.read(element, origin, meanings);
    }
    return element.path("Message").isObject()
        ? ContractMessage.read(element, origin, region.isEmpty() ? null : region)
        : new ReadElement.NotUnderstood("neither a Message nor a Status");
  }

  private static Optional<String> tokenProblem(List<String> secrets, WebhookRequest request) {
    Optional<String> token =
        request
            .header("Authorization")
            .map(String::strip)
            .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            .map(value -> value.substring(BEARER.length()).strip());
    if (token.isEmpty()) {
      return Optional.of("the bearer token is missing");
    }
    return secrets.stream().anyMatch(secret -> CallerChecks.isSame(secret, token.get()))
        ? Optional.empty()
        : Optional.of("the bearer token is wrong");
  }

  private static Optional<String> signatureProblem(
      List<String> secrets, WebhookRequest request, Instant receivedAt) {
    Optional<String> header = request.header(ContractSignature.HEADER);
    return header.isEmpty()
        ? Optional.of(ContractSignature.HEADER + " is missing")
        : ContractSignature.refusal(secrets, header.get(), request.body(), receivedAt);
  }
}
