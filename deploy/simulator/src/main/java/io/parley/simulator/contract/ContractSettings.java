package io.parley.simulator.contract;

import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.RetryPolicy;
import io.parley.simulator.http.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A custom channel (channels-and-accounts.md §6.2).
 *
 * @param senders who may stand in {@code From}; anybody when empty
 * @param parts of a message; one required text named {@code text} when absent, as for SMS
 * @param authorization the value that the header {@code Authorization} must have; anything goes
 *     when absent
 * @param status active when absent
 * @param deliveryReports where delivery reports go
 * @param inbound where customers' messages go
 * @param headers of both
 * @param withoutMessageId whether answers leave {@code MessageId} out
 * @param reportAfterMs pause before the delivery report; 0 means 5
 * @param retries how often webhooks without a 2xx are repeated, with growing pauses
 */
public record ContractSettings(
    String channelDefinitionId,
    String organizationId,
    List<String> senders,
    List<Part> parts,
    @Nullable String authorization,
    @Nullable Status status,
    @Nullable Endpoint deliveryReports,
    @Nullable Endpoint inbound,
    Map<String, String> headers,
    boolean withoutMessageId,
    int reportAfterMs,
    int retries) {

  private static final Part TEXT = new Part("text", true, 0);

  /** What the account may do. */
  public enum Status {
    ACTIVE,
    /** Every message is answered with NotSent. */
    SUSPENDED
  }

  /**
   * A part of a message.
   *
   * @param maxLength 0 means without limit
   */
  public record Part(String name, boolean required, int maxLength) {
    public Part {
      Fields.matching(name, "\\S+", "name");
      Fields.between(maxLength, 0, 1_000_000, "maxLength");
    }
  }

  public ContractSettings {
    Fields.matching(channelDefinitionId, "\\S+", "channelDefinitionId");
    Fields.matching(organizationId, "\\S+", "organizationId");
    senders = Fields.listOrEmpty(senders);
    List<Part> given = Fields.listOrEmpty(parts);
    parts = given.isEmpty() ? List.of(TEXT) : given;
    status = Fields.orElse(status, Status.ACTIVE);
    headers = Fields.mapOrEmpty(headers);
    reportAfterMs =
        Fields.between(reportAfterMs == 0 ? 5 : reportAfterMs, 1, 600_000, "reportAfterMs");
    Fields.between(retries, 0, 1_000, "retries");
  }

  boolean isSuspended() {
    return status == Status.SUSPENDED;
  }

  Optional<Part> part(String name) {
    return parts.stream().filter(part -> part.name().equals(name)).findFirst();
  }

  RetryPolicy policy() {
    return new RetryPolicy(
        retries,
        attempt -> !attempt.answeredBetween(200, 299),
        Duration.ofSeconds(15),
        number -> Duration.ofMillis(50L << Math.min(number - 1, 7)));
  }
}
