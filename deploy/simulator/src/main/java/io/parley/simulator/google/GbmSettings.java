package io.parley.simulator.google;

import io.parley.simulator.delivery.CallbackDelays;
import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.Repetition;
import io.parley.simulator.delivery.RetryPolicy;
import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.http.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent of Business Messages with its webhook.
 *
 * @param clientToken signs webhooks
 * @param partnerToken the partner's own token, which signs nothing as long as the agent has one
 * @param serviceAccount who may call the API
 * @param webhook where events and the handshake go
 * @param status active when absent
 * @param conversations known from the start; a customer's message makes a further one known
 * @param plainDevices conversations whose device shows nothing but text
 * @param deliverDelays until the receipts DELIVERED and READ; {@code sentMs} counts for nothing
 * @param readReceipts whether messages are reported as READ
 * @param repetition at most three, a hundred times faster than Google's, when absent
 * @param tokenSeconds how long access tokens live; 0 means 3599
 * @param plainHttpAllowed whether files may be named by an http URL
 */
public record GbmSettings(
    String clientToken,
    @Nullable String partnerToken,
    ServiceAccount serviceAccount,
    String brandId,
    String agentId,
    @Nullable Endpoint webhook,
    @Nullable AgentStatus status,
    List<String> conversations,
    List<String> plainDevices,
    @Nullable CallbackDelays deliverDelays,
    boolean readReceipts,
    @Nullable Repetition repetition,
    int tokenSeconds,
    boolean plainHttpAllowed) {

  public GbmSettings {
    Fields.matching(clientToken, "\\S+", "clientToken");
    Fields.required(serviceAccount, "serviceAccount");
    Fields.matching(brandId, "[^/\\s]+", "brandId");
    Fields.matching(agentId, "[^/\\s]+", "agentId");
    status = Fields.orElse(status, AgentStatus.ACTIVE);
    conversations = Fields.listOrEmpty(conversations);
    plainDevices = Fields.listOrEmpty(plainDevices);
    deliverDelays = Fields.orElse(deliverDelays, CallbackDelays.DEFAULT);
    repetition = Fields.orElse(repetition, Repetition.FEW_AND_FAST);
    tokenSeconds = Fields.between(tokenSeconds == 0 ? 3599 : tokenSeconds, 1, 3600, "tokenSeconds");
  }

  String agent() {
    return "brands/" + brandId + "/agents/" + agentId;
  }

  AgentStatus statusOrActive() {
    return Fields.orElse(status, AgentStatus.ACTIVE);
  }

  CallbackDelays pauses() {
    return Fields.orElse(deliverDelays, CallbackDelays.DEFAULT);
  }

  RetryPolicy retries() {
    return Fields.orElse(repetition, Repetition.FEW_AND_FAST).of(GoogleWebhook.SEVEN_DAYS);
  }

  String token(SignatureKind kind) {
    return switch (kind) {
      case VALID, NONE -> clientToken;
      case SECONDARY -> Fields.orElse(partnerToken, clientToken + "-partner");
      case WRONG -> clientToken + "x";
    };
  }
}
