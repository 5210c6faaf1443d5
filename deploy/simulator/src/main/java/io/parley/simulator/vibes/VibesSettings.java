package io.parley.simulator.vibes;

import io.parley.simulator.delivery.CallbackDelays;
import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.Repetition;
import io.parley.simulator.delivery.RetryPolicy;
import io.parley.simulator.delivery.SignatureKind;
import io.parley.simulator.http.Fields;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account of the Message API (vibes.md §1).
 *
 * @param sources codes of the account: {@code 73355}, {@code +18885550123}
 * @param longCodeType {@code source@type} of codes with +; LC when absent
 * @param companyIds when given, messages must name one of them
 * @param inbound where customers' messages go
 * @param moUsername with {@code moPassword} the login that Vibes presents there; none when absent
 * @param deliverTo stands for scheme, host and port of receipt URLs
 * @param status active when absent
 * @param carriers carrier codes by number; 104 for others
 * @param bareReceipts whether receipts lack {@code submitterMessageId} and, unless split, {@code
 *     multipart}
 * @param noHandsetReceipts whether the carrier's receipt is the last one
 * @param deliverDelays {@code sentMs} until the carrier's receipt, {@code deliveredMs} from there
 *     until the handset's
 * @param repetition five with pauses of 30 ms when absent; Vibes waits 5 minutes
 */
public record VibesSettings(
    String username,
    String password,
    List<String> sources,
    @Nullable String longCodeType,
    List<String> companyIds,
    @Nullable Endpoint inbound,
    @Nullable String moUsername,
    @Nullable String moPassword,
    @Nullable String deliverTo,
    @Nullable Status status,
    Map<String, String> carriers,
    boolean bareReceipts,
    boolean noHandsetReceipts,
    @Nullable CallbackDelays deliverDelays,
    @Nullable Repetition repetition) {

  private static final Repetition QUICK = new Repetition(5, 10_000);

  /** What the login may do. */
  public enum Status {
    ACTIVE,
    /** Every call is refused with 403. */
    SUSPENDED
  }

  public VibesSettings {
    Fields.matching(username, "[^:]+", "username");
    Fields.required(password, "password");
    sources = Fields.listOrEmpty(sources);
    sources.forEach(source -> Fields.matching(source, "\\+?[0-9]{5,15}", "sources"));
    longCodeType = Fields.orElse(longCodeType, "LC");
    companyIds = Fields.listOrEmpty(companyIds);
    Fields.httpUrl(deliverTo, "deliverTo");
    status = Fields.orElse(status, Status.ACTIVE);
    carriers = Fields.mapOrEmpty(carriers);
    deliverDelays = Fields.orElse(deliverDelays, CallbackDelays.DEFAULT);
    repetition = Fields.orElse(repetition, QUICK);
  }

  boolean isSuspended() {
    return status == Status.SUSPENDED;
  }

  boolean owns(String source, String type) {
    return sources.contains(source) && type.equals(source.startsWith("+") ? longCodeType : "SC");
  }

  String carrierOf(String number) {
    return carriers.getOrDefault(number, "104");
  }

  CallbackDelays delays() {
    return Fields.orElse(deliverDelays, CallbackDelays.DEFAULT);
  }

  RetryPolicy retries() {
    return Fields.orElse(repetition, QUICK).of(VibesWebhook.FIVE_TIMES);
  }

  /** The header for inbound messages, if a login is agreed. */
  Optional<String> authorization(SignatureKind kind) {
    String added =
        switch (kind) {
          case VALID, NONE -> "";
          case SECONDARY, WRONG -> "x";
        };
    return Optional.ofNullable(kind == SignatureKind.NONE ? null : moUsername)
        .map(user -> user + ":" + Fields.orElse(moPassword, "") + added)
        .map(pair -> Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
        .map(encoded -> "Basic " + encoded);
  }
}
