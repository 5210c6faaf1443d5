package io.parley.simulator.mylink;

import io.parley.simulator.delivery.CallbackDelays;
import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.Repetition;
import io.parley.simulator.delivery.RetryPolicy;
import io.parley.simulator.http.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account of MyLINK (link-mobility.md §9).
 *
 * @param tokenSeconds life of a token; 0 means 300
 * @param expiryUntold whether {@code expires_in} is left out
 * @param senders what may stand in {@code sms.sender}; others are rejected with code 3002
 * @param profile where status events of callback mode Profile and replies go
 * @param gates where those of mode Gate go, by gate id
 * @param deliverTo stands for scheme, host and port of the URLs in messages
 * @param status active when absent
 * @param deliverDelays {@code sentMs} until sent, {@code deliveredMs} from there until delivered
 * @param repetition at most three, a hundred times faster than LINK's, when absent
 */
public record MyLinkSettings(
    String clientId,
    String clientSecret,
    int tokenSeconds,
    boolean expiryUntold,
    List<String> senders,
    @Nullable Endpoint profile,
    Map<String, Endpoint> gates,
    @Nullable String deliverTo,
    @Nullable Status status,
    @Nullable CallbackDelays deliverDelays,
    @Nullable Repetition repetition) {

  /** What the client may do. */
  public enum Status {
    ACTIVE,
    /** Every call with a token is refused with 403. */
    SUSPENDED
  }

  public MyLinkSettings {
    Fields.matching(clientId, "\\S+", "clientId");
    Fields.matching(clientSecret, "\\S+", "clientSecret");
    tokenSeconds =
        Fields.between(tokenSeconds == 0 ? 300 : tokenSeconds, 1, 86_400, "tokenSeconds");
    senders = Fields.listOrEmpty(senders);
    gates = Fields.mapOrEmpty(gates);
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

  RetryPolicy retries(long ttlMs) {
    return Fields.orElse(repetition, Repetition.FEW_AND_FAST).of(MyLinkEvents.until(ttlMs));
  }
}
