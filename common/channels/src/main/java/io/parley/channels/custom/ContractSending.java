package io.parley.channels.custom;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.channels.CallContext;
import io.parley.channels.OpenAccount;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderRequest;
import io.parley.channels.ProviderResponse;
import io.parley.channels.SendResult;
import io.parley.channels.wire.HttpAnswers;
import io.parley.channels.wire.JsonBody;
import io.parley.channels.wire.RetryAfter;
import io.parley.events.FailureCause;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Messages by the contract (domain/channels-and-accounts.md §6.2). Whatever is not a clear answer
 * is followed by the same call with the same {@code IdempotencyId}.
 */
record ContractSending(
    String endpoint,
    String channelDefinitionId,
    OurAuthentication authentication,
    ErrorMeanings meanings)
    implements Sending {

  private static final int LONGEST_ID = 200;
  private static final int LONGEST_CODE = 60;
  private static final int LONGEST_WORDS = 200;

  /** Reads it. */
  static ContractSending of(Settings settings, Problems problems) {
    String why = "is required with the form contract";
    String endpoint = problems.required(settings, "endpoint", why);
    if (!endpoint.isEmpty()) {
      problems.read("endpoint", () -> UrlTemplate.parse(endpoint, Set.of()));
    }
    return new ContractSending(
        endpoint,
        problems.required(settings, "channelDefinitionId", why),
        OurAuthentication.of(settings, problems),
        ErrorMeanings.of(settings, problems));
  }

  @Override
  public ProviderRequest request(OutgoingMessage message, CallContext context, URI statusCallback) {
    ObjectNode call = JsonNodeFactory.instance.objectNode();
    call.put("ChannelDefinitionId", channelDefinitionId);
    call.put("RequestId", message.id().toString());
    call.put("IdempotencyId", message.id().toString());
    call.put("From", message.from().address());
    call.put("To", message.recipient());
    ObjectNode parts = call.putObject("Message");
    parts.put(ContractMessage.TEXT, message.content().text());
    List<URI> media = message.content().mediaUrls();
    for (int index = 0; index < media.size(); index++) {
      parts.put("media" + (index + 1), media.get(index).toString());
    }
    byte[] body = call.toString().getBytes(UTF_8);
    Map<String, List<String>> headers = new TreeMap<>();
    headers.put("Content-Type", List.of("application/json"));
    headers.put("Accept", List.of("application/json"));
    authentication
        .header(context.account(), body, context.now())
        .forEach((name, value) -> headers.put(name, List.of(value)));
    return new ProviderRequest("POST", context.at(endpoint), headers, body);
  }

  @Override
  public SendResult result(
      ProviderResponse response, OutgoingMessage message, OpenAccount account) {
    int status = response.status();
    JsonNode answer = JsonBody.read(response.body());
    if (status / 100 == 2) {
      return spoken(answer, status, message, account);
    }
    if (status == 429) {
      return new SendResult.RetryLater(Reasons.busy(status, null), RetryAfter.of(response));
    }
    return HttpAnswers.isRefusal(status)
        ? new SendResult.Refused(Reasons.refused(null, status, null, null))
        : HttpAnswers.findingOut("The provider answered with HTTP " + status + ".");
  }

  @Override
  public boolean isRepeatable() {
    return true;
  }

  /** Only the contract's own word counts: a plain 4xx is as likely about the caller. */
  @Override
  public boolean provesRefusal(ProviderResponse response) {
    return response.status() / 100 == 2;
  }

  private SendResult spoken(
      JsonNode answer, int status, OutgoingMessage message, OpenAccount account) {
    boolean ours =
        message.id().toString().equalsIgnoreCase(answer.path("RequestId").asText(""))
            && channelDefinitionId.equals(answer.path("ChannelDefinitionId").asText(""));
    String said = answer.path("Status").asText("");
    if (!ours) {
      return HttpAnswers.findingOut("The provider's answer is not about this message.");
    }
    return switch (said) {
      case "Sent" -> {
        String id = ContractReport.bounded(answer.path("MessageId"), LONGEST_ID);
        yield new SendResult.Accepted(id == null ? message.id().toString() : id);
      }
      case "NotSent" -> notSent(answer.path("Details"), status, account);
      default -> HttpAnswers.findingOut("The provider's answer has no Status that is known.");
    };
  }

  /** No retry possible, says the contract. */
  private SendResult notSent(JsonNode details, int status, OpenAccount account) {
    String code = ContractReport.bounded(details.path("Reason"), LONGEST_CODE);
    String words = JsonBody.scalar(details.path("Message"));
    String shown =
        words == null || account.secrets().values().stream().anyMatch(words::contains)
            ? null
            : ContractReport.bounded(details.path("Message"), LONGEST_WORDS);
    ErrorMeanings.Meaning meaning = code == null ? null : meanings.find(code).orElse(null);
    boolean optedOut = meaning != null && meaning.cause() == FailureCause.OPTED_OUT;
    return new SendResult.Refused(Reasons.refused(meaning, status, code, shown), optedOut);
  }
}
