package io.parley.simulator.link;

import io.parley.simulator.delivery.CallbackDelays;
import io.parley.simulator.delivery.Repetition;
import io.parley.simulator.delivery.RetryPolicy;
import io.parley.simulator.http.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account of the Common API (link-mobility.md §1).
 *
 * @param clientId with {@code clientSecret} opens {@code /auth/token}; no OAuth2 when absent
 * @param tokenSeconds life of a token, told as {@code expires_in}; when 0 five minutes, untold
 * @param sources senders of the account, as in {@code source}
 * @param gates as support has made them
 * @param inboundGateId gate of the account's keywords and numbers
 * @param deliverTo stands for scheme, host and port of every destination, such as {@code
 *     http://localhost:8081}
 * @param status active when absent
 * @param gateApiDenied whether the gate API is not enabled for the account
 * @param deliverDelays {@code sentMs} until code 1000, {@code deliveredMs} from there until 1001
 * @param repetition at most three, a hundred times faster than LINK's, when absent
 */
public record LinkSettings(
    String username,
    String password,
    @Nullable String clientId,
    @Nullable String clientSecret,
    int tokenSeconds,
    String platformId,
    String platformPartnerId,
    List<String> sources,
    List<Gate> gates,
    @Nullable String inboundGateId,
    @Nullable String deliverTo,
    @Nullable Status status,
    boolean gateApiDenied,
    @Nullable CallbackDelays deliverDelays,
    @Nullable Repetition repetition) {

  /** What the login may do. */
  public enum Status {
    ACTIVE,
    /** Every call is refused with 403. */
    SUSPENDED
  }

  public LinkSettings {
    Fields.matching(username, "[^:]+", "username");
    Fields.required(password, "password");
    if (clientId != null) {
      Fields.required(clientSecret, "clientSecret");
    }
    Fields.between(tokenSeconds, 0, 86_400, "tokenSeconds");
    Fields.matching(platformId, "[A-Z0-9_]{1,40}", "platformId");
    Fields.matching(platformPartnerId, "\\S{1,40}", "platformPartnerId");
    sources = Fields.listOrEmpty(sources);
    gates = Fields.listOrEmpty(gates);
    Fields.httpUrl(deliverTo, "deliverTo");
    status = Fields.orElse(status, Status.ACTIVE);
    deliverDelays = Fields.orElse(deliverDelays, CallbackDelays.DEFAULT);
    repetition = Fields.orElse(repetition, Repetition.FEW_AND_FAST);
  }

  boolean isSuspended() {
    return status == Status.SUSPENDED;
  }

  CallbackDelays delays() {
    return Fields.orElse(deliverDelays, CallbackDelays.DEFAULT);
  }

  RetryPolicy retries(RetryPolicy provider) {
    return Fields.orElse(repetition, Repetition.FEW_AND_FAST).of(provider);
  }
}
