package io.parley.simulator.telesign;

import io.parley.simulator.http.Fields;
import io.parley.simulator.http.Parameters;
import io.parley.simulator.provider.Refusal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A send request that has passed all checks (telesign.md §5).
 *
 * @param callbackUrl where its reports go, in place of the account's address
 */
record Draft(
    String to,
    String text,
    @Nullable String sender,
    @Nullable String externalId,
    @Nullable String callbackUrl) {

  private static final int LONGEST_TEXT = 1_600;
  private static final int LONGEST_DLT = 40;
  private static final Set<String> LIFECYCLE_EVENTS =
      Set.of("create", "sign-in", "transact", "update", "delete");

  /**
   * Checks in the order of the fields in the provider's documents.
   *
   * @param referenceId the id that a refusal bears
   * @throws Refusal for the first field that is wrong
   */
  static Draft of(Account account, Parameters form, String referenceId, Instant now) {
    TelesignError error = error(account, form);
    if (error != null) {
      throw error.refused(now, referenceId, form.first("external_id"));
    }
    String sender = form.first("sender_id");
    return new Draft(
        form.text("phone_number"),
        form.text("message"),
        sender != null ? sender : account.settings().senders().stream().findFirst().orElse(null),
        form.first("external_id"),
        form.first("callback_url"));
  }

  private static @Nullable TelesignError error(Account account, Parameters form) {
    TelesignError error = requiredError(form);
    return error == null ? optionalError(account, form) : error;
  }

  private static @Nullable TelesignError requiredError(Parameters form) {
    if (form.first("phone_number") == null) {
      return TelesignError.PHONE_NUMBER_MISSING;
    }
    if (!form.text("phone_number").matches("[0-9]{7,15}")) {
      return TelesignError.PHONE_NUMBER;
    }
    if (form.text("phone_number").startsWith("0")) {
      return TelesignError.COUNTRY_CODE;
    }
    if (form.first("message") == null) {
      return TelesignError.MESSAGE_MISSING;
    }
    if (form.text("message").isEmpty() || form.text("message").length() > LONGEST_TEXT) {
      return TelesignError.MESSAGE;
    }
    if (form.first("message_type") == null) {
      return TelesignError.MESSAGE_TYPE_MISSING;
    }
    return form.text("message_type").matches("OTP|ARN|MKT") ? null : TelesignError.MESSAGE_TYPE;
  }

  private static @Nullable TelesignError optionalError(Account account, Parameters form) {
    String sender = form.first("sender_id");
    if (sender != null
        && (sender.length() > 20 || !account.settings().senders().contains(sender))) {
      return TelesignError.SENDER_ID;
    }
    String callbackUrl = form.first("callback_url");
    if (callbackUrl != null && !isCallable(callbackUrl)) {
      return TelesignError.CALLBACK_URL;
    }
    String event = form.first("account_lifecycle_event");
    if (event != null && !LIFECYCLE_EVENTS.contains(event)) {
      return TelesignError.LIFECYCLE_EVENT;
    }
    String ip = form.first("originating_ip");
    if (ip != null && !ip.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]+")) {
      return TelesignError.ORIGINATING_IP;
    }
    String primary = form.first("is_primary");
    if (primary != null && !primary.matches("true|false")) {
      return TelesignError.IS_PRIMARY;
    }
    if (form.text("dlt_template_id").length() > LONGEST_DLT
        || form.text("dlt_entity_id").length() > LONGEST_DLT) {
      return TelesignError.DLT;
    }
    return account.settings().isOnTrialWithout(form.text("phone_number"))
        ? TelesignError.RECIPIENT_NOT_VERIFIED
        : null;
  }

  /** HTTPS on port 443; tests on this machine may do without. */
  private static boolean isCallable(String url) {
    return Fields.isHttpUrl(url)
        && url.matches("https://[^/:]+(:443)?(/.*)?|https?://localhost(:[0-9]+)?(/.*)?");
  }
}
