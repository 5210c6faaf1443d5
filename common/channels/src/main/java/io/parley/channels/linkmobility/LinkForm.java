package io.parley.channels.linkmobility;

import static io.parley.channels.linkmobility.LinkSettings.ACKNOWLEDGEMENT;
import static io.parley.channels.linkmobility.LinkSettings.AUTHENTICATION;
import static io.parley.channels.linkmobility.LinkSettings.BASE_URL;
import static io.parley.channels.linkmobility.LinkSettings.CALLBACK_ADDRESSES;
import static io.parley.channels.linkmobility.LinkSettings.CALLBACK_HEADER;
import static io.parley.channels.linkmobility.LinkSettings.CALLBACK_HEADER_VALUE;
import static io.parley.channels.linkmobility.LinkSettings.CALLBACK_MODE;
import static io.parley.channels.linkmobility.LinkSettings.CALLBACK_PASSWORD;
import static io.parley.channels.linkmobility.LinkSettings.CALLBACK_USERNAME;
import static io.parley.channels.linkmobility.LinkSettings.CLIENT_ID;
import static io.parley.channels.linkmobility.LinkSettings.CLIENT_SECRET;
import static io.parley.channels.linkmobility.LinkSettings.EMOJI;
import static io.parley.channels.linkmobility.LinkSettings.GATE_ID;
import static io.parley.channels.linkmobility.LinkSettings.IGNORE_RESPONSE;
import static io.parley.channels.linkmobility.LinkSettings.OBFUSCATE;
import static io.parley.channels.linkmobility.LinkSettings.OLD_CALLBACK_PASSWORD;
import static io.parley.channels.linkmobility.LinkSettings.PASSWORD;
import static io.parley.channels.linkmobility.LinkSettings.PLATFORM_ID;
import static io.parley.channels.linkmobility.LinkSettings.PLATFORM_PARTNER_ID;
import static io.parley.channels.linkmobility.LinkSettings.RESULT_CODES;
import static io.parley.channels.linkmobility.LinkSettings.SOURCE_TON;
import static io.parley.channels.linkmobility.LinkSettings.STOP_WORDS;
import static io.parley.channels.linkmobility.LinkSettings.STRIP_KEYWORD;
import static io.parley.channels.linkmobility.LinkSettings.TOKEN_URL;
import static io.parley.channels.linkmobility.LinkSettings.USERNAME;
import static io.parley.channels.linkmobility.LinkSettings.VARIANT;

import io.parley.channels.AccountForm;
import io.parley.channels.AccountForm.Draft;
import io.parley.channels.AccountForm.Field;
import io.parley.channels.AccountForm.Finding;
import io.parley.channels.linkmobility.LinkSettings.Authentication;
import io.parley.channels.linkmobility.LinkSettings.CallbackMode;
import io.parley.channels.linkmobility.LinkSettings.Emoji;
import io.parley.channels.linkmobility.LinkSettings.Obfuscate;
import io.parley.channels.linkmobility.LinkSettings.SourceTon;
import io.parley.channels.linkmobility.LinkSettings.Variant;
import io.parley.channels.wire.CallerList;
import io.parley.channels.wire.StatusOverrides;
import io.parley.channels.wire.WordList;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What an account consists of (providers/link-mobility.md §1, §6, §9 and §13). */
final class LinkForm {

  private static final String URL =
      "https://[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,9}(?::[0-9]{1,5})?"
          + "(?:/[A-Za-z0-9._~-]{1,100}){0,20}";
  private static final String ID = "[A-Za-z0-9._-]{1,100}";

  static final AccountForm FORM =
      new AccountForm(
          Stream.of(access(), ids(), callbacks(), behaviour()).flatMap(List::stream).toList(),
          Map.of(
              Channel.SMS,
              EnumSet.of(SenderType.LONG_CODE, SenderType.SHORT_CODE, SenderType.ALPHANUMERIC)),
          LinkAddresses::entered,
          LinkForm::findings);

  private LinkForm() {}

  private static List<Field> access() {
    return List.of(
        choice(
            VARIANT,
            "API",
            "COMMON is the SMS gateway of most enterprise accounts; MYLINK is the API of newer"
                + " self-service accounts of the MyLINK portal. Their credentials differ.",
            Variant.values(),
            Variant.COMMON),
        setting(
            BASE_URL,
            "Base URL",
            "The host that LINK's support assigned, for COMMON: https://wsx.sp247.net,"
                + " https://n-eu.linkmobility.io, https://c-eu.linkmobility.io,"
                + " https://s-eu.linkmobility.io, https://no.linkmobility.io,"
                + " https://deb.linkmobility.io, or https://eu.linkmobility.io for newer accounts."
                + " They are not interchangeable. For MYLINK leave it out:"
                + " https://api.linkmobility.com.",
            URL,
            "an address that begins with https:// and has no slash at the end"),
        choice(
            AUTHENTICATION,
            "Authentication",
            "COMMON only: BASIC with user name and password, or OAUTH2 with client id and client"
                + " secret on newer hosts. MYLINK always takes client id and client secret.",
            Authentication.values(),
            Authentication.BASIC),
        setting(
            USERNAME,
            "User name",
            "For COMMON with BASIC: as LINK's support sent it.",
            "[^\\s:]{1,200}",
            "a name without blanks and colons"),
        secret(PASSWORD, "Password", "For COMMON with BASIC: as LINK's support sent it."),
        setting(
            CLIENT_ID,
            "Client id",
            "For MYLINK, from the MyLINK portal; for COMMON with OAUTH2, from LINK's support.",
            "\\S{1,200}",
            "a text without blanks"),
        secret(
            CLIENT_SECRET,
            "Client secret",
            "For MYLINK, from the MyLINK portal; for COMMON with OAUTH2, from LINK's support."),
        setting(
            TOKEN_URL,
            "Token URL",
            "Only where LINK says another than the usual one: the base URL and /auth/token for"
                + " COMMON, https://sso.linkmobility.com/auth/realms/CPaaS/protocol/openid-connect/token"
                + " for MYLINK. How long a token of COMMON is valid could not be confirmed; without a"
                + " word from LINK it is used for five minutes.",
            URL,
            "an address that begins with https:// and has no slash at the end"));
  }

  private static List<Field> ids() {
    return List.of(
        setting(
            PLATFORM_ID,
            "Platform id",
            "For COMMON, from LINK's support: a short text in upper case, such as COMMON_API, COOL"
                + " or SMSC.",
            ID,
            "letters, digits, underscores, dots and hyphens"),
        setting(
            PLATFORM_PARTNER_ID,
            "Platform partner id",
            "For COMMON, from LINK's support: usually digits, such as 48213.",
            ID,
            "letters, digits, underscores, dots and hyphens"),
        setting(
            GATE_ID,
            "Gate id",
            "The id of the gate that LINK's support made for delivery reports, such as Tq3mVbZk."
                + " Without it COMMON reports nothing. For MYLINK only with the callback mode GATE.",
            ID,
            "letters, digits, underscores, dots and hyphens"),
        choice(
            CALLBACK_MODE,
            "Callback mode",
            "MYLINK only: URL sends our URL with each message; PROFILE uses the one in the MyLINK"
                + " portal; GATE uses the gate; NONE asks for no status events.",
            CallbackMode.values(),
            CallbackMode.URL));
  }

  private static List<Field> callbacks() {
    return List.of(
        setting(
            CALLBACK_USERNAME,
            "Callback user",
            "Of our choice: the user that LINK presents when it calls us (HTTP Basic). Give it to"
                + " LINK's support for both gates. LINK signs nothing, so without it only the secret"
                + " part of the URL shows who calls. Whether MYLINK can present one could not be"
                + " confirmed.",
            "[^\\s:]{1,100}",
            "a name without blanks and colons"),
        secret(
            CALLBACK_PASSWORD,
            "Callback password",
            "Of our choice, long and random: the password that goes with the callback user."),
        secret(
            OLD_CALLBACK_PASSWORD,
            "Old callback password",
            "Only while the callback password is being changed: calls with either are accepted."),
        setting(
            CALLBACK_HEADER,
            "Callback header",
            "Optional: the name of a fixed header that LINK adds to its calls (http.header1 of the"
                + " gate's destination). It stands in no manual: ask LINK's support to confirm it."
                + " Then calls without it are refused.",
            "[A-Za-z0-9-]{1,60}",
            "letters, digits and hyphens"),
        secret(CALLBACK_HEADER_VALUE, "Callback header value", "The value of the fixed header."),
        setting(
            CALLBACK_ADDRESSES,
            "Callers' addresses",
            "Optional: the only IP addresses, networks (192.0.2.0/24) or ranges"
                + " (192.0.2.36-192.0.2.41) from which LINK may call us. Ask LINK's support for the"
                + " present list. For MYLINK add 20.86.255.57, 4.245.97.148, 108.142.46.101 and"
                + " 213.199.130.146.",
            CallerList.PATTERN,
            "addresses, networks or ranges, separated by commas"),
        withDefault(
            ACKNOWLEDGEMENT,
            "Acknowledgement",
            "What we answer to LINK's calls. With the gate's flag acknowledge LINK repeats a call"
                + " until it gets a body that is not empty; the text can be agreed with support.",
            "[\\x21-\\x7e](?:[\\x20-\\x7e]{0,98}[\\x21-\\x7e])?",
            "1 to 100 printable ASCII characters",
            "OK"));
  }

  private static List<Field> behaviour() {
    return List.of(
        choice(
            SOURCE_TON,
            "Sender type sent (TON)",
            "COMMON only. AUTO follows the type of the address. Change it only if LINK's support"
                + " asks for another.",
            SourceTon.values(),
            SourceTon.AUTO),
        choice(
            EMOJI,
            "Emoji",
            "COMMON cannot carry most emoji. REFUSE tells the agent; REPLACE puts a question mark"
                + " in their place.",
            Emoji.values(),
            Emoji.REFUSE),
        bool(
            IGNORE_RESPONSE,
            "Ignore response",
            "COMMON only: true asks LINK to answer without a message id. LINK's manuals call that the"
                + " default, but working clients rely on false."),
        bool(
            STRIP_KEYWORD,
            "Strip keyword",
            "COMMON only: true removes the keyword that led the message to us from the beginning of"
                + " the customer's text."),
        withDefault(
            STOP_WORDS,
            "Stop words",
            "Words by which customers stop messages, beside the usual English ones, alone or after"
                + " the keyword. LINK does not act on them itself.",
            WordList.PATTERN,
            "words, separated by commas",
            "STOP, STOPP, AVSLUTT, UNSUBSCRIBE"),
        setting(
            RESULT_CODES,
            "Result codes",
            "COMMON only, optional: what result codes of delivery reports mean where LINK's support"
                + " says otherwise than its manual, such as 1010=FAILED, 1008=SENT.",
            StatusOverrides.PATTERN,
            "code=STATUS, separated by commas; the statuses are ACCEPTED, QUEUED, SENT, DELIVERED,"
                + " READ, UNDELIVERED, FAILED and REJECTED"),
        choice(
            OBFUSCATE,
            "Hide in LINK's logs",
            "MYLINK only: what LINK hides in its own logs.",
            Obfuscate.values(),
            Obfuscate.NONE));
  }

  private static List<Finding> findings(Draft draft) {
    List<Finding> findings = new ArrayList<>();
    LinkSettings settings = new LinkSettings(draft.settings());
    switch (settings.variant()) {
      case COMMON -> {
        need(draft, findings, BASE_URL, "is needed with COMMON: the host that LINK assigned");
        need(draft, findings, PLATFORM_ID, "is needed with COMMON");
        need(draft, findings, PLATFORM_PARTNER_ID, "is needed with COMMON");
      }
      case MYLINK -> {
        if (settings.callbackMode() == CallbackMode.GATE) {
          need(draft, findings, GATE_ID, "is needed with the callback mode GATE");
        }
      }
    }
    if (settings.byToken()) {
      need(draft, findings, CLIENT_ID, "is needed with MYLINK and with OAUTH2");
      need(draft, findings, CLIENT_SECRET, "is needed with MYLINK and with OAUTH2");
    } else {
      need(draft, findings, USERNAME, "is needed with BASIC");
      need(draft, findings, PASSWORD, "is needed with BASIC");
    }
    together(draft, findings, CALLBACK_USERNAME, CALLBACK_PASSWORD);
    together(draft, findings, CALLBACK_HEADER, CALLBACK_HEADER_VALUE);
    if (draft.has(OLD_CALLBACK_PASSWORD)) {
      need(draft, findings, CALLBACK_PASSWORD, "is needed beside the old one");
    }
    settings
        .optional(CALLBACK_ADDRESSES)
        .filter(list -> CallerList.parse(list).isEmpty())
        .ifPresent(
            list ->
                findings.add(
                    new Finding(
                        CALLBACK_ADDRESSES,
                        "has an entry that is no IP address, network or range")));
    return findings;
  }

  private static void need(Draft draft, List<Finding> findings, String field, String problem) {
    if (!draft.has(field)) {
      findings.add(new Finding(field, problem));
    }
  }

  private static void together(Draft draft, List<Finding> findings, String one, String other) {
    if (draft.has(one) != draft.has(other)) {
      findings.add(
          new Finding(draft.has(one) ? other : one, "is needed together with its other half"));
    }
  }

  private static Field setting(
      String name, String label, String help, String pattern, String expected) {
    return new Field(name, label, help, false, false, pattern, expected);
  }

  private static Field secret(String name, String label, String help) {
    return new Field(
        name, label, help, false, true, "[^\\p{Cntrl}]{1,200}", "up to 200 characters");
  }

  private static Field withDefault(
      String name, String label, String help, String pattern, String expected, String value) {
    return new Field(name, label, help, false, false, pattern, expected, value);
  }

  private static Field bool(String name, String label, String help) {
    return withDefault(name, label, help, "true|false", "true or false", "false");
  }

  private static Field choice(
      String name, String label, String help, Enum<?>[] choices, Enum<?> usual) {
    return Field.choice(
        name,
        label,
        help,
        usual.name(),
        Arrays.stream(choices).map(Enum::name).toArray(String[]::new));
  }
}
