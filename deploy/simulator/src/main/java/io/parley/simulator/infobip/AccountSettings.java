package io.parley.simulator.infobip;

import io.parley.simulator.delivery.CallbackDelays;
import io.parley.simulator.delivery.Repetition;
import io.parley.simulator.http.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account with one key.
 *
 * @param scopes of the key; all when empty
 * @param senders numbers (digits), short codes and names; the first one is the usual sender
 * @param verifiedRecipients when given, the account is on trial and reaches nobody else
 * @param blocklist recipients who are blocked from the beginning
 * @param stopKeywords texts that put their sender on the blocklist
 * @param credits messages that are paid for; without end when absent
 * @param floodProtection whether 6 equal or 20 different texts per hour are the most for one
 *     recipient
 * @param forwardUrl where the numbers forward inbound messages; wins over the subscription
 * @param deliverTo stands for scheme, host and port of every webhook
 * @param reportWindowMs reports to one address wait so long for each other
 * @param reportsPerRequest at most so many in one webhook; 100 when 0
 * @param utcOffset of the dates in webhooks; +00:00 when absent
 * @param deliverDelays {@code sentMs} until intermediate reports, {@code deliveredMs} from there
 * @param repetition 20 repetitions after 1, 2, 5, 10, 17… minutes when absent
 */
public record AccountSettings(
    String apiKey,
    @Nullable AccountStatus status,
    List<Scope> scopes,
    List<String> senders,
    List<String> verifiedRecipients,
    List<String> blocklist,
    List<String> stopKeywords,
    @Nullable Integer credits,
    boolean floodProtection,
    @Nullable String forwardUrl,
    @Nullable Subscription subscription,
    @Nullable String deliverTo,
    int reportWindowMs,
    int reportsPerRequest,
    @Nullable String utcOffset,
    @Nullable CallbackDelays deliverDelays,
    @Nullable Repetition repetition) {

  public AccountSettings {
    Fields.matching(apiKey, "[0-9A-Za-z-]{16,200}", "apiKey");
    status = Fields.orElse(status, AccountStatus.ACTIVE);
    scopes = Fields.listOrEmpty(scopes);
    senders = Fields.listOrEmpty(senders);
    for (String sender : senders) {
      Fields.matching(sender, "[0-9]{3,15}|[0-9A-Za-z ]{3,11}", "senders");
    }
    verifiedRecipients = Fields.listOrEmpty(verifiedRecipients);
    blocklist = Fields.listOrEmpty(blocklist);
    stopKeywords = Fields.listOrEmpty(stopKeywords);
    Fields.httpUrl(forwardUrl, "forwardUrl");
    Fields.httpUrl(deliverTo, "deliverTo");
    Fields.between(reportWindowMs, 0, 60_000, "reportWindowMs");
    reportsPerRequest =
        Fields.between(
            reportsPerRequest == 0 ? 100 : reportsPerRequest, 1, 2_000, "reportsPerRequest");
    utcOffset =
        Fields.matching(
            Fields.orElse(utcOffset, "+00:00"), "[+-][01][0-9]:[0-5][0-9]", "utcOffset");
    deliverDelays = Fields.orElse(deliverDelays, CallbackDelays.DEFAULT);
    repetition = Fields.orElse(repetition, Repetition.REAL);
  }

  /** An active account without addresses; the key has all scopes. */
  public static AccountSettings of(String apiKey, String... senders) {
    return new AccountSettings(
        apiKey,
        null,
        List.of(),
        List.of(senders),
        List.of(),
        List.of(),
        List.of(),
        null,
        false,
        null,
        null,
        null,
        0,
        0,
        null,
        null,
        null);
  }

  /** Forwards inbound messages to this URL; every webhook goes to the base, repeated as told. */
  public AccountSettings forwarding(
      @Nullable String url, @Nullable String base, Repetition repeated) {
    return new AccountSettings(
        apiKey,
        status,
        scopes,
        senders,
        verifiedRecipients,
        blocklist,
        stopKeywords,
        credits,
        floodProtection,
        url,
        subscription,
        base,
        reportWindowMs,
        reportsPerRequest,
        utcOffset,
        deliverDelays,
        repeated);
  }

  public AccountSettings with(Subscription newSubscription) {
    return new AccountSettings(
        apiKey,
        status,
        scopes,
        senders,
        verifiedRecipients,
        blocklist,
        stopKeywords,
        credits,
        floodProtection,
        forwardUrl,
        newSubscription,
        deliverTo,
        reportWindowMs,
        reportsPerRequest,
        utcOffset,
        deliverDelays,
        repetition);
  }
}
