package io.parley.channels.infobip;

import io.parley.channels.AccountForm.Draft;
import io.parley.channels.AccountForm.Finding;
import io.parley.channels.wire.CallerList;
import java.util.ArrayList;
import java.util.List;

/** What has to hold between the fields of an account. */
final class InfobipRules {

  private InfobipRules() {}

  static List<Finding> check(Draft draft) {
    List<Finding> findings = new ArrayList<>();
    String authentication =
        draft.settings().getOrDefault(InfobipForm.WEBHOOK_AUTHENTICATION, InfobipForm.NONE);
    needed(authentication).stream()
        .filter(field -> !draft.has(field))
        .map(field -> new Finding(field, "is needed for webhooks with " + authentication))
        .forEach(findings::add);
    String reports =
        draft.settings().getOrDefault(InfobipForm.DELIVERY_REPORTS, InfobipForm.PER_MESSAGE);
    if (!authentication.equals(InfobipForm.NONE) && reports.equals(InfobipForm.PER_MESSAGE)) {
      findings.add(
          new Finding(
              InfobipForm.DELIVERY_REPORTS,
              "must be subscription or off: reports to a message's own URL come without"
                  + " authentication and would be refused"));
    }
    String addresses = draft.settings().get(InfobipForm.CALLBACK_ADDRESSES);
    if (addresses != null && CallerList.parse(addresses).isEmpty()) {
      findings.add(
          new Finding(
              InfobipForm.CALLBACK_ADDRESSES,
              "has an entry that is no IP address, network or range"));
    }
    findings.addAll(MessageOptions.check(draft));
    return findings;
  }

  private static List<String> needed(String authentication) {
    return switch (authentication) {
      case InfobipForm.BASIC -> List.of(InfobipForm.WEBHOOK_USER, InfobipForm.WEBHOOK_PASSWORD);
      case InfobipForm.HMAC -> List.of(InfobipForm.WEBHOOK_HEADER, InfobipForm.WEBHOOK_SECRET);
      case InfobipForm.HEADER ->
          List.of(InfobipForm.WEBHOOK_HEADER, InfobipForm.WEBHOOK_HEADER_VALUE);
      default -> List.of();
    };
  }
}
