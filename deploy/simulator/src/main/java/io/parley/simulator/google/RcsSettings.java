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
 * An agent of RCS for Business with its webhook.
 *
 * @param clientToken signs webhooks
 * @param partnerToken the partner's own token, which signs nothing as long as the agent has one
 * @param serviceAccount who may call the API
 * @param agentId without {@code @rbm.goog}
 * @param webhook where events and the handshake go
 * @param status active when absent
 * @param testers when given the agent is not launched and reaches only these numbers
 * @param unreachable numbers that RCS does not reach
 * @param features what devices can do; a usual set when absent
 * @param deliverDelays until the events DELIVERED and READ; {@code sentMs} counts for nothing
 * @param readReceipts whether messages are reported as READ
 * @param repetition at most three, a hundred times faster than Google's, when absent
 * @param tokenSeconds how long access tokens live; 0 means 3599
 * @param plainHttpAllowed whether files may be named by an http URL
 */
public record RcsSettings(
    String clientToken,
    @Nullable String partnerToken,
    ServiceAccount serviceAccount,
    String agentId,
    @Nullable Endpoint webhook,
    @Nullable AgentStatus status,
    @Nullable List<String> testers,
    List<String> unreachable,
    @Nullable List<String> features,
    @Nullable CallbackDelays deliverDelays,
    boolean readReceipts,
    @Nullable Repetition repetition,
    int tokenSeconds,
    boolean plainHttpAllowed) {

  private static final List<String> USUAL_FEATURES =
      List.of(
          "RICHCARD_STANDALONE",
          "RICHCARD_CAROUSEL",
          "ACTION_DIAL",
          "ACTION_OPEN_URL",
          "ACTION_SHARE_LOCATION",
          "ACTION_VIEW_LOCATION",
          "ACTION_CREATE_CALENDAR_EVENT",
          "REVOCATION");

  public RcsSettings {
    Fields.matching(clientToken, "\\S+", "clientToken");
    Fields.required(serviceAccount, "serviceAccount");
    Fields.matching(agentId, "[^/@\\s]+", "agentId");
    status = Fields.orElse(status, AgentStatus.ACTIVE);
    testers = testers == null ? null : List.copyOf(testers);
    unreachable = Fields.listOrEmpty(unreachable);
    features = List.copyOf(Fields.orElse(features, USUAL_FEATURES));
    deliverDelays = Fields.orElse(deliverDelays, CallbackDelays.DEFAULT);
    repetition = Fields.orElse(repetition, Repetition.FEW_AND_FAST);
    tokenSeconds = Fields.between(tokenSeconds == 0 ? 3599 : tokenSeconds, 1, 3600, "tokenSeconds");
  }

  boolean isLaunchedFor(String phone) {
    return testers == null || testers.contains(phone);
  }

  boolean reaches(String phone) {
    return !unreachable.contains(phone);
  }

  List<String> featuresOrUsual() {
    return Fields.orElse(features, USUAL_FEATURES);
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
