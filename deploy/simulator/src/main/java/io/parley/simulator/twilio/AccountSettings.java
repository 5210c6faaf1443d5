package io.parley.simulator.twilio;

import io.parley.simulator.delivery.CallbackDelays;
import io.parley.simulator.http.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account as a test wants it.
 *
 * @param authToken signs webhooks and opens the REST API
 * @param secondaryToken opens the REST API during a rotation
 * @param apiKeys {@code SK…} to secret; a key opens messages but not the account resource
 * @param friendlyName shown by the account resource
 * @param status active when absent
 * @param type full when absent
 * @param verifiedRecipients whom a trial account can reach
 * @param callbackRetries when above 0, webhooks of this account that fail in any way are repeated
 *     so often, with growing pauses
 * @param deliverDelays a few milliseconds when absent
 * @param sendReadReceipts whether WhatsApp messages are reported as read
 * @param concurrencyLimit requests at the same time before 429/20429; 0 means 100
 */
public record AccountSettings(
    String authToken,
    @Nullable String secondaryToken,
    Map<String, String> apiKeys,
    @Nullable String friendlyName,
    @Nullable AccountStatus status,
    @Nullable AccountType type,
    List<NumberSettings> numbers,
    List<MessagingServiceSettings> messagingServices,
    List<String> verifiedRecipients,
    int callbackRetries,
    @Nullable CallbackDelays deliverDelays,
    boolean sendReadReceipts,
    int concurrencyLimit) {

  public AccountSettings {
    Fields.matching(authToken, "\\S+", "authToken");
    apiKeys = Fields.mapOrEmpty(apiKeys);
    apiKeys.keySet().forEach(key -> Fields.matching(key, "SK[0-9a-fA-F]{32}", "apiKeys"));
    friendlyName = Fields.orElse(friendlyName, "Simulated account");
    status = Fields.orElse(status, AccountStatus.ACTIVE);
    type = Fields.orElse(type, AccountType.FULL);
    numbers = Fields.listOrEmpty(numbers);
    messagingServices = Fields.listOrEmpty(messagingServices);
    verifiedRecipients = Fields.listOrEmpty(verifiedRecipients);
    Fields.between(callbackRetries, 0, 100, "callbackRetries");
    deliverDelays = Fields.orElse(deliverDelays, CallbackDelays.DEFAULT);
    concurrencyLimit =
        Fields.between(
            concurrencyLimit == 0 ? 100 : concurrencyLimit, 1, 100_000, "concurrencyLimit");
  }

  /** A full, active account without numbers. */
  public static AccountSettings of(String authToken) {
    return new Changes(authToken).settings();
  }

  public AccountSettings with(NumberSettings... more) {
    Changes changes = new Changes(this);
    changes.numbers.addAll(List.of(more));
    return changes.settings();
  }

  public AccountSettings with(MessagingServiceSettings... more) {
    Changes changes = new Changes(this);
    changes.services.addAll(List.of(more));
    return changes.settings();
  }

  public AccountSettings withApiKey(String sid, String secret) {
    Changes changes = new Changes(this);
    changes.apiKeys.put(sid, secret);
    return changes.settings();
  }

  public AccountSettings withSecondaryToken(String token) {
    Changes changes = new Changes(this);
    changes.secondaryToken = token;
    return changes.settings();
  }

  public AccountSettings withStatus(AccountStatus status) {
    Changes changes = new Changes(this);
    changes.status = status;
    return changes.settings();
  }

  public AccountSettings withType(AccountType type) {
    Changes changes = new Changes(this);
    changes.type = type;
    return changes.settings();
  }

  public AccountSettings withVerifiedRecipients(String... recipients) {
    Changes changes = new Changes(this);
    changes.verifiedRecipients.addAll(List.of(recipients));
    return changes.settings();
  }

  public AccountSettings withCallbackRetries(int retries) {
    Changes changes = new Changes(this);
    changes.callbackRetries = retries;
    return changes.settings();
  }

  public AccountSettings withDelays(CallbackDelays delays) {
    Changes changes = new Changes(this);
    changes.delays = delays;
    return changes.settings();
  }

  public AccountSettings withReadReceipts() {
    Changes changes = new Changes(this);
    changes.readReceipts = true;
    return changes.settings();
  }

  public AccountSettings withConcurrencyLimit(int limit) {
    Changes changes = new Changes(this);
    changes.concurrencyLimit = limit;
    return changes.settings();
  }

  private static final class Changes {
    private final String authToken;
    private @Nullable String secondaryToken;
    private final Map<String, String> apiKeys = new HashMap<>();
    private @Nullable String friendlyName;
    private @Nullable AccountStatus status;
    private @Nullable AccountType type;
    private final List<NumberSettings> numbers = new ArrayList<>();
    private final List<MessagingServiceSettings> services = new ArrayList<>();
    private final List<String> verifiedRecipients = new ArrayList<>();
    private int callbackRetries;
    private @Nullable CallbackDelays delays;
    private boolean readReceipts;
    private int concurrencyLimit;

    Changes(String authToken) {
      this.authToken = authToken;
    }

    Changes(AccountSettings from) {
      authToken = from.authToken;
      secondaryToken = from.secondaryToken;
      apiKeys.putAll(from.apiKeys);
      friendlyName = from.friendlyName;
      status = from.status;
      type = from.type;
      numbers.addAll(from.numbers);
      services.addAll(from.messagingServices);
      verifiedRecipients.addAll(from.verifiedRecipients);
      callbackRetries = from.callbackRetries;
      delays = from.deliverDelays;
      readReceipts = from.sendReadReceipts;
      concurrencyLimit = from.concurrencyLimit;
    }

    AccountSettings settings() {
      return new AccountSettings(
          authToken,
          secondaryToken,
          apiKeys,
          friendlyName,
          status,
          type,
          numbers,
          services,
          verifiedRecipients,
          callbackRetries,
          delays,
          readReceipts,
          concurrencyLimit);
    }
  }
}
