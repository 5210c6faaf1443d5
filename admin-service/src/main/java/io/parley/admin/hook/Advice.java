package io.parley.admin.hook;

import io.parley.events.WebhookObserved;
import io.parley.events.WebhookObserved.Refused;
import io.parley.events.configuration.Account;
import io.parley.events.configuration.Account.PreviousKey;
import io.parley.events.configuration.Account.PreviousSecret;
import java.util.List;

/** What an administrator is to do about a webhook URL, in words. Pure. */
final class Advice {

  /** How {@code CallbackUse.where} begins where nothing is to be entered at the provider. */
  private static final String NOWHERE = "Nowhere: ";

  private Advice() {}

  static String of(Hook hook, HookVerdict verdict) {
    return switch (verdict) {
      case ARRIVED -> hook.calls().accepted().map(call -> arrived(hook, call)).orElse("");
      case REFUSED ->
          hook.calls()
              .refused()
              .map(WebhookObserved::refused)
              .map(refused -> refused(hook, refused))
              .orElse("");
      case NOTHING_YET -> nothing(hook);
    };
  }

  private static String arrived(Hook hook, WebhookObserved call) {
    String text = "A call has arrived and was accepted.";
    if (!call.earlierSecrets().isEmpty()) {
      text +=
          " It was authenticated by the earlier value of "
              + String.join(" and ", call.earlierSecrets())
              + until(hook.account(), call.earlierSecrets())
              + ": enter the new value at the provider.";
    }
    if (call.earlierKey()) {
      PreviousKey key = hook.account().previousAccountKey();
      text +=
          " It came to the earlier URL"
              + (key == null ? "" : ", which works until " + key.validUntil())
              + ": enter the present one at the provider.";
    }
    return text;
  }

  private static String until(Account account, List<String> fields) {
    return fields.stream()
        .flatMap(
            field ->
                account.previousSecrets().entrySet().stream()
                    .filter(entry -> entry.getKey().equals(field))
                    .map(entry -> entry.getValue()))
        .map(PreviousSecret::validUntil)
        .min(java.util.Comparator.naturalOrder())
        .map(end -> ", which works until " + end)
        .orElse("");
  }

  private static String nothing(Hook hook) {
    String where = hook.use().where();
    String text =
        where.startsWith(NOWHERE)
            ? "No report has arrived yet. Nothing is to be entered for it: "
                + where.substring(NOWHERE.length())
                + " Send a message from Parley to a number of your own and wait for its report."
            : "No call has arrived at this URL yet. Enter it at the provider, then send a message"
                + " to the number. If nothing comes, the provider was given another URL or cannot"
                + " reach this one from outside.";
    return hook.elsewhere()
        ? text
            + " Calls do arrive at another path below this account's URL: compare what the provider"
            + " has with this URL, character by character."
        : text;
  }

  private static String refused(Hook hook, Refused refused) {
    return switch (refused.status()) {
      case 401, 403 -> notAuthentic(refused);
      case 503 ->
          "The call could not be taken here: "
              + refused.reason()
              + ". Nothing is to be done at the provider, which repeats it.";
      default ->
          "The call is not in the form that this provider's calls have: "
              + refused.reason()
              + ". Check at the provider that the URL stands in the right place and in the right"
              + " format: "
              + hook.use().where();
    };
  }

  private static String notAuthentic(Refused refused) {
    String signedUrl = refused.signedUrl();
    if (signedUrl != null) {
      return "The call was not signed with this account's secret over exactly this URL: "
          + signedUrl
          + " . Compare it with the URL at the provider, character by character: https or http,"
          + " host, port, a slash at the end, the query. If only its beginning is wrong, set"
          + " parley.webhooks.public-url to the address by which the provider reaches Parley. If"
          + " all is the same, the secret of the account is not the one at the provider.";
    }
    String header = refused.header();
    return header == null
        ? "The call was not authentic: "
            + refused.reason()
            + ". Compare the account's settings and secrets for webhooks with what the provider"
            + " has."
        : "The header "
            + header
            + " was missing or wrong: "
            + refused.reason()
            + ". Compare the account's secrets for webhooks with what the provider has, and that it"
            + " is switched on there.";
  }
}
