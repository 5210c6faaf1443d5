package io.parley.channels.vibes;

import io.parley.channels.AccountForm;
import io.parley.channels.AccountForm.Draft;
import io.parley.channels.AccountForm.Field;
import io.parley.channels.AccountForm.Finding;
import io.parley.channels.wire.CallerList;
import io.parley.channels.wire.StatusOverrides;
import io.parley.channels.wire.WordList;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What an account consists of (providers/vibes.md §1 and §9). */
final class VibesForm {

  static final AccountForm FORM =
      new AccountForm(
          Stream.of(access(), callbacks(), sending(), reading()).flatMap(List::stream).toList(),
          Map.of(
              Channel.SMS,
              EnumSet.of(SenderType.SHORT_CODE, SenderType.LONG_CODE, SenderType.TOLL_FREE)),
          VibesAddresses::entered,
          VibesForm::findings);

  private VibesForm() {}

  private static List<Field> access() {
    return List.of(
        new Field(
            VibesSettings.USERNAME,
            "User name",
            "The login for the HTTP Message API, usually an e-mail address. Your account manager at"
                + " Vibes issues it. The logins of the Platform API and of Europe do not work here.",
            true,
            false,
            "[^\\s:]{1,200}",
            "a name without blanks and colons"),
        new Field(
            VibesSettings.PASSWORD,
            "Password",
            "The password that your account manager at Vibes issued with the user name.",
            true,
            true,
            "[^\\p{Cntrl}]{1,200}",
            "up to 200 characters"),
        setting(
            VibesSettings.BASE_URL,
            "Base URL",
            "The host of the HTTP Message API. Older accounts used https://api.vibesapps.com. The"
                + " host for European accounts could not be confirmed: ask your account manager.",
            "https://[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,9}(?::[0-9]{1,5})?",
            "https:// and a host, without a slash at the end",
            "https://messageapi.vibesapps.com"),
        setting(
            VibesSettings.PATH_PREFIX,
            "Path prefix",
            "What stands between the host and the names of the calls.",
            "(?:/[A-Za-z0-9._~-]{1,100}){1,20}",
            "a path that begins with a slash and does not end with one",
            "/MessageApi"),
        optional(
            VibesSettings.COMPANY_ID,
            "Company id",
            "Only when the login serves several companies: which one.",
            "[0-9]{1,18}",
            "a number"),
        setting(
            VibesSettings.CHECK_NUMBER,
            "Number for the check",
            "Any valid number in the United States, with 1 in front. The check of the account looks"
                + " up its carrier. Whether such look-ups are billed could not be confirmed.",
            "1[2-9][0-9]{9}",
            "11 digits that begin with 1",
            "13125550143"));
  }

  private static List<Field> callbacks() {
    return List.of(
        optional(
            VibesSettings.INBOUND_USERNAME,
            "Inbound user",
            "Of our choice: the user that Vibes presents with customers' messages (HTTP Basic)."
                + " Arrange it with your account manager. Receipts cannot carry it: for them only"
                + " the secret part of the URL counts.",
            "[^\\s:]{1,100}",
            "a name without blanks and colons"),
        secret(
            VibesSettings.INBOUND_PASSWORD,
            "Inbound password",
            "Of our choice, long and random: the password that goes with the inbound user."),
        secret(
            VibesSettings.OLD_INBOUND_PASSWORD,
            "Old inbound password",
            "Only while the inbound password is being changed: calls with either are accepted."),
        optional(
            VibesSettings.CALLBACK_ADDRESSES,
            "Callers' addresses",
            "Optional: the only IP addresses, networks (192.0.2.0/24) or ranges"
                + " (192.0.2.36-192.0.2.41) from which Vibes may call us. In the United States these"
                + " were 35.155.139.143, 52.32.61.199, 35.161.244.84, 18.205.120.48, 52.22.43.57,"
                + " 18.232.9.131, 54.245.204.57 and 54.148.156.236; in Europe 34.243.232.57,"
                + " 52.48.241.82, 34.249.188.130, 54.247.36.51, 34.253.250.65 and 54.217.181.160."
                + " Ask Vibes for the present list.",
            CallerList.PATTERN,
            "addresses, networks or ranges, separated by commas"));
  }

  private static List<Field> sending() {
    return List.of(
        setting(
            VibesSettings.CONTENT_TYPE,
            "Content type",
            "What our calls are declared as. Both have worked for others.",
            "text/xml|application/xml",
            "text/xml or application/xml",
            "text/xml"),
        setting(
            VibesSettings.LONG_CODE_TYPE,
            "Type of long codes",
            "The type that is sent with long codes and toll-free numbers; short codes have SC. The"
                + " value LC could not be confirmed: ask Vibes.",
            "[A-Za-z0-9_]{1,20}",
            "letters, digits and underscores",
            "LC"),
        setting(
            VibesSettings.RECEIPT_OPTION,
            "Receipts",
            "Which receipts Vibes sends. With anything but ALL some messages never show as"
                + " delivered.",
            "NONE|ERROR|ALL|SMSC_ERROR|SMSC_ALL",
            "one of NONE, ERROR, ALL, SMSC_ERROR, SMSC_ALL",
            "ALL"),
        setting(
            VibesSettings.SPLIT_LONG_MESSAGE,
            "Split long messages",
            "true lets Vibes send long texts in several parts, each of which is billed; with false"
                + " no text can have more than one part.",
            "true|false",
            "true or false",
            "true"),
        setting(
            VibesSettings.LONGEST_TEXT,
            "Longest text",
            "In characters. Vibes may cut what is longer than 900.",
            "[1-9][0-9]{0,3}",
            "a number from 1 to 9999",
            String.valueOf(VibesRules.MAX_TEXT)),
        setting(
            VibesSettings.AT_LEAST_ONCE,
            "At least once",
            "true sends a message again when its call got no clear answer. Vibes does not promise to"
                + " recognise it, so the customer may get it twice.",
            "true|false",
            "true or false",
            "false"));
  }

  private static List<Field> reading() {
    return List.of(
        setting(
            VibesSettings.SUCCESS_ATTRIBUTE,
            "Success attribute",
            "The attribute of Vibes' answer that shows that a message was taken, and is its id. The"
                + " form of a refusal could not be confirmed.",
            "[A-Za-z_][A-Za-z0-9_.-]{0,49}",
            "the name of an XML attribute",
            "messageId"),
        setting(
            VibesSettings.RETRY_STATUSES,
            "HTTP statuses tried again",
            "After these answers a message counts as not taken and is sent again; after any other"
                + " 5xx or 408 nobody knows. Vibes' meaning of HTTP statuses could not be confirmed:"
                + " with its word for it, add 408, 500, 502 or 504.",
            "[1-5][0-9]{2}(?:[, ]+[1-5][0-9]{2}){0,19}",
            "three-digit numbers, separated by commas",
            "429, 503"),
        optional(
            VibesSettings.ERROR_CODES,
            "Error codes",
            "Optional: what Vibes' internal error codes in receipts mean where Vibes says otherwise"
                + " than its pages, or for codes that they do not explain, such as 17=REJECTED.",
            StatusOverrides.PATTERN,
            "code=STATUS, separated by commas; the statuses are ACCEPTED, QUEUED, SENT, DELIVERED,"
                + " READ, UNDELIVERED, FAILED and REJECTED"),
        setting(
            VibesSettings.STOP_WORDS,
            "Stop words",
            "Words by which customers stop messages, beside the usual English ones. For toll-free"
                + " numbers the network blocks after STOP and opens again after UNSTOP or START;"
                + " these words could not be confirmed.",
            WordList.PATTERN,
            "words, separated by commas",
            "STOP, END, QUIT, CANCEL, UNSUBSCRIBE, STOPALL"));
  }

  private static List<Finding> findings(Draft draft) {
    List<Finding> findings = new ArrayList<>();
    boolean user = draft.has(VibesSettings.INBOUND_USERNAME);
    if (user != draft.has(VibesSettings.INBOUND_PASSWORD)) {
      findings.add(
          new Finding(
              user ? VibesSettings.INBOUND_PASSWORD : VibesSettings.INBOUND_USERNAME,
              "is needed together with its other half"));
    }
    if (draft.has(VibesSettings.OLD_INBOUND_PASSWORD)
        && !draft.has(VibesSettings.INBOUND_PASSWORD)) {
      findings.add(new Finding(VibesSettings.INBOUND_PASSWORD, "is needed beside the old one"));
    }
    String addresses = draft.settings().get(VibesSettings.CALLBACK_ADDRESSES);
    if (addresses != null && CallerList.parse(addresses).isEmpty()) {
      findings.add(
          new Finding(
              VibesSettings.CALLBACK_ADDRESSES,
              "has an entry that is no IP address, network or range"));
    }
    return findings;
  }

  private static Field setting(
      String name, String label, String help, String pattern, String expected, String value) {
    return new Field(name, label, help, false, false, pattern, expected, value);
  }

  private static Field optional(
      String name, String label, String help, String pattern, String expected) {
    return new Field(name, label, help, false, false, pattern, expected);
  }

  private static Field secret(String name, String label, String help) {
    return new Field(
        name, label, help, false, true, "[^\\p{Cntrl}]{1,200}", "up to 200 characters");
  }
}
