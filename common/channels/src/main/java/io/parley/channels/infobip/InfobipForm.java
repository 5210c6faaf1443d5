package io.parley.channels.infobip;

import io.parley.channels.AccountForm;
import io.parley.channels.AccountForm.Field;
import io.parley.channels.SenderAddress;
import io.parley.channels.wire.CallerList;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an account at Infobip consists of (providers/infobip.md §1, §2 and §4). */
final class InfobipForm {

  static final String BASE_URL = "baseUrl";
  static final String API_KEY = "apiKey";
  static final String WEBHOOK_AUTHENTICATION = "webhookAuthentication";
  static final String WEBHOOK_USER = "webhookUser";
  static final String WEBHOOK_PASSWORD = "webhookPassword";
  static final String WEBHOOK_HEADER = "webhookHeader";
  static final String WEBHOOK_HEADER_VALUE = "webhookHeaderValue";
  static final String WEBHOOK_SECRET = "webhookSecret";
  static final String WEBHOOK_ALGORITHM = "webhookAlgorithm";
  static final String CALLBACK_ADDRESSES = "callbackAddresses";
  static final String DELIVERY_REPORTS = "deliveryReports";
  static final String INTERMEDIATE_REPORTS = "intermediateReports";
  static final String REPEAT_MINUTES = "repeatMinutes";

  static final String NONE = "none";
  static final String BASIC = "basic";
  static final String HMAC = "hmac";
  static final String HEADER = "header";
  static final String PER_MESSAGE = "message";
  static final String SUBSCRIPTION = "subscription";
  static final String OFF = "off";
  static final String ON = "on";
  static final String DEFAULT_ALGORITHM = "HMAC_SHA_256";
  static final String DEFAULT_REPEAT_MINUTES = "60";

  private static final String SECRET = "\\S(?:.{0,498}\\S)?";
  private static final String SECRET_EXPECTED = "up to 500 characters, no blank at either end";

  /** Source of inbound messages and receipts, as published in 2026. */
  static final String PUBLISHED_ADDRESSES =
      "193.105.74.0/24, 62.140.31.0/24, 83.166.64.0/19, 202.22.160.0/20, 81.23.248.0/21,"
          + " 185.255.8.0/22, 208.93.48.0/22, 89.164.98.0/24, 149.5.186.0/24, 171.244.0.32/27,"
          + " 203.223.163.32/28, 203.223.170.88/29, 119.30.69.0/28, 103.23.95.200/29, 13.87.78.119,"
          + " 20.216.25.182, 20.173.68.171, 172.195.40.23, 34.166.0.168, 34.166.49.86,"
          + " 20.233.44.67, 66.203.199.128/27, 20.108.54.3";

  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z .&_-]{3,11}");

  private static final List<Field> ACCOUNT =
      List.of(
          new Field(
              BASE_URL,
              "Base URL",
              "The account's own host. It stands on the first page of Infobip's portal and on its"
                  + " page of API keys.",
              true,
              false,
              "(?i:https://)?[0-9A-Za-z-]{1,63}(\\.[0-9A-Za-z-]{1,63}){1,9}(:[0-9]{1,5})?/*",
              "the host, with or without https://, such as xk3p9z.api.infobip.com"),
          new Field(
              API_KEY,
              "API key",
              "From Infobip's portal, under Developer tools, API keys. It needs the scope"
                  + " sms:message:send, message:send or sms:manage. Note the day on which it"
                  + " expires, and whether it is limited to certain callers.",
              true,
              true,
              "[0-9a-fA-F]{32}-[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
              "the key as Infobip shows it: 32 hexadecimal digits, a hyphen and a UUID"),
          Field.choice(
              WEBHOOK_AUTHENTICATION,
              "Authentication of webhooks",
              "How Infobip proves that a call to us is its own, beyond knowing the secret URL. Only"
                  + " a subscription can do so, by the security type of its notification profile:"
                  + " basic (BASIC), hmac (HMAC) or header (CUSTOM, a fixed header). With the"
                  + " forwarding action of a number choose none. Client certificates belong into the"
                  + " proxy before Parley.",
              NONE,
              NONE,
              BASIC,
              HMAC,
              HEADER),
          text(
              WEBHOOK_USER,
              "Webhook user",
              "With basic: the user name in the profile's credentials.",
              "[^:\\s]{1,200}",
              "up to 200 characters without colon and blanks"),
          secret(
              WEBHOOK_PASSWORD,
              "Webhook password",
              "With basic: the password in the profile's credentials."),
          text(
              WEBHOOK_HEADER,
              "Webhook header",
              "With hmac or header: the name of the header. Infobip says that the name of the"
                  + " header with the HMAC follows the account's configuration; a fixed name could"
                  + " not be confirmed. Ask Infobip, or look at a call.",
              "[0-9A-Za-z!#$%&'*+.^_`|~-]{1,100}",
              "the name of an HTTP header, such as X-Signature"),
          secret(
              WEBHOOK_HEADER_VALUE,
              "Value of the webhook header",
              "With header: the fixed value that the header has."),
          secret(
              WEBHOOK_SECRET,
              "Webhook secret",
              "With hmac: the secretKey of the profile. Whether the digest is written in"
                  + " hexadecimal or in Base64 could not be confirmed; both are understood."),
          Field.choice(
              WEBHOOK_ALGORITHM,
              "Webhook algorithm",
              "With hmac: the algorithm of the profile.",
              DEFAULT_ALGORITHM,
              WebhookAuthentication.ALGORITHMS.keySet().stream().sorted().toArray(String[]::new)),
          text(
              CALLBACK_ADDRESSES,
              "Callers' addresses",
              "Optional: the only IP addresses, networks (192.0.2.0/24) or ranges"
                  + " (192.0.2.36-192.0.2.41) from which Infobip may call us. Infobip published: "
                  + PUBLISHED_ADDRESSES
                  + ". Look at Infobip's page on its IP addresses for the present list.",
              CallerList.PATTERN,
              "addresses, networks or ranges, separated by commas"),
          Field.choice(
              DELIVERY_REPORTS,
              "Delivery reports",
              "message: Parley tells Infobip with each message where to report; such calls have no"
                  + " authentication beyond the secret URL. subscription: reports come by a"
                  + " subscription with the event DELIVERY. off: no reports.",
              PER_MESSAGE,
              PER_MESSAGE,
              SUBSCRIPTION,
              OFF),
          Field.choice(
              INTERMEDIATE_REPORTS,
              "Intermediate reports",
              "on: Infobip also reports that a message is on its way, not only how it ended.",
              ON,
              ON,
              OFF),
          new Field(
              REPEAT_MINUTES,
              "Repeat within minutes",
              "After an unclear outcome the call is repeated with the same message id, so that"
                  + " Infobip refuses what it already has. For how long Infobip remembers ids could"
                  + " not be confirmed: later than this the call is not repeated.",
              false,
              false,
              "[0-9]{1,3}|1[0-3][0-9]{2}|14[0-3][0-9]|1440",
              "minutes, from 0 to 1440",
              DEFAULT_REPEAT_MINUTES));

  static final AccountForm FORM =
      new AccountForm(
          Stream.concat(ACCOUNT.stream(), MessageOptions.FIELDS.stream()).toList(),
          Map.of(
              Channel.SMS,
              EnumSet.of(
                  SenderType.LONG_CODE,
                  SenderType.SHORT_CODE,
                  SenderType.TOLL_FREE,
                  SenderType.ALPHANUMERIC)),
          InfobipForm::address,
          InfobipRules::check);

  private InfobipForm() {}

  private static String address(Channel channel, SenderType type, String entered) {
    return switch (type) {
      case LONG_CODE -> SenderAddress.longCode(entered);
      case TOLL_FREE -> SenderAddress.tollFree(entered);
      case SHORT_CODE -> SenderAddress.shortCode(entered, 3, 6, "72345");
      case ALPHANUMERIC ->
          SenderAddress.name(
              entered,
              NAME,
              "a sender name of 3 to 11 characters, with a letter among them, exactly as it is"
                  + " registered (the length could not be confirmed)");
      case WHATSAPP_NUMBER, BUSINESS_AGENT, CUSTOM ->
          throw new IllegalArgumentException("expected a number, a short code or a sender name");
    };
  }

  private static Field text(
      String name, String label, String help, String pattern, String expected) {
    return new Field(name, label, help, false, false, pattern, expected);
  }

  private static Field secret(String name, String label, String help) {
    return new Field(name, label, help, false, true, SECRET, SECRET_EXPECTED);
  }
}
