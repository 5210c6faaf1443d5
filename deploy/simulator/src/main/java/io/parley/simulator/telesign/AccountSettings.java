package io.parley.simulator.telesign;

import io.parley.simulator.delivery.CallbackDelays;
import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.Repetition;
import io.parley.simulator.http.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account.
 *
 * @param apiKey Base64; characters that are not Base64 are skipped, as the SDKs do
 * @param secondaryApiKey a second key during rotation
 * @param senders numbers and names that may be used as {@code sender_id}; the first one is the
 *     usual sender
 * @param verifiedRecipients when given, the account is on trial and can write to nobody else
 * @param callback the account's address for reports and inbound messages
 * @param keywords whether inbound messages carry {@code action} and {@code keyword}
 * @param partReferences whether reports name the parts of a long message
 * @param deliverDelays {@code sentMs} until 203, {@code deliveredMs} from there until 200
 * @param repetition four tries with pauses of 5, 10 and 15 s when absent
 */
public record AccountSettings(
    String apiKey,
    @Nullable String secondaryApiKey,
    List<String> senders,
    List<String> verifiedRecipients,
    @Nullable AccountStatus status,
    @Nullable Endpoint callback,
    boolean keywords,
    boolean partReferences,
    @Nullable CallbackDelays deliverDelays,
    @Nullable Repetition repetition) {

  private static final String KEY = "\\S{8,200}";

  public AccountSettings {
    Fields.matching(apiKey, KEY, "apiKey");
    if (secondaryApiKey != null) {
      Fields.matching(secondaryApiKey, KEY, "secondaryApiKey");
    }
    senders = Fields.listOrEmpty(senders);
    for (String sender : senders) {
      Fields.matching(sender, "[0-9A-Za-z ]{1,20}", "senders");
    }
    verifiedRecipients = Fields.listOrEmpty(verifiedRecipients);
    status = Fields.orElse(status, AccountStatus.ACTIVE);
    deliverDelays = Fields.orElse(deliverDelays, CallbackDelays.DEFAULT);
    repetition = Fields.orElse(repetition, Repetition.REAL);
  }

  /** An active account without an address for callbacks. */
  public static AccountSettings of(String apiKey, String... senders) {
    return new AccountSettings(
        apiKey, null, List.of(senders), List.of(), null, null, false, false, null, null);
  }

  /** Calls this address, failures being repeated as told. */
  public AccountSettings calling(Endpoint address, Repetition repeated) {
    return new AccountSettings(
        apiKey,
        secondaryApiKey,
        senders,
        verifiedRecipients,
        status,
        address,
        keywords,
        partReferences,
        deliverDelays,
        repeated);
  }

  public AccountSettings with(AccountStatus newStatus) {
    return new AccountSettings(
        apiKey,
        secondaryApiKey,
        senders,
        verifiedRecipients,
        newStatus,
        callback,
        keywords,
        partReferences,
        deliverDelays,
        repetition);
  }

  boolean isOnTrialWithout(String recipient) {
    return !verifiedRecipients.isEmpty() && !verifiedRecipients.contains(recipient);
  }
}
