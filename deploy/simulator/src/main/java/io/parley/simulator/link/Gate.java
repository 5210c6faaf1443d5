package io.parley.simulator.link;

import io.parley.simulator.http.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named set of callback destinations, written as in LINK's own API (link-mobility.md §3).
 *
 * @param id a new one when absent
 * @param type {@code PARTNER_GATE} when absent
 * @param gateType ONE_ORDERED when absent
 * @param ttl how long failed calls are repeated, in milliseconds; 0 means 48 hours
 * @param acknowledge whether an answer must have a body
 * @param throttle requests per second; not obeyed
 */
public record Gate(
    @Nullable String id,
    @Nullable String type,
    @Nullable String refId,
    @Nullable String platformId,
    @Nullable String platformPartnerId,
    @Nullable GateType gateType,
    long ttl,
    boolean acknowledge,
    @Nullable Integer throttle,
    List<Destination> destinations,
    Map<String, String> customParameters) {

  private static final long TWO_DAYS_MS = 172_800_000;

  /** Which destinations are called. */
  public enum GateType {
    ALL,
    ONE_ORDERED,
    ONE_RANDOM
  }

  public Gate {
    type = Fields.orElse(type, "PARTNER_GATE");
    gateType = Fields.orElse(gateType, GateType.ONE_ORDERED);
    ttl = ttl == 0 ? TWO_DAYS_MS : ttl;
    destinations = Fields.listOrEmpty(destinations);
    customParameters = Fields.mapOrEmpty(customParameters);
    if (refId != null) {
      Fields.matching(refId, "\\S{1,100}", "refId");
    }
  }

  String idOrNone() {
    return Fields.orElse(id, "");
  }

  GateType kind() {
    return Fields.orElse(gateType, GateType.ONE_ORDERED);
  }

  Gate of(String newId, String platform, String partner) {
    return new Gate(
        newId,
        type,
        refId,
        platform,
        partner,
        gateType,
        ttl,
        acknowledge,
        throttle,
        destinations,
        customParameters);
  }
}
