package io.parley.channels.telesign;

import io.parley.channels.AccountForm;
import io.parley.channels.AccountForm.Draft;
import io.parley.channels.AccountForm.Field;
import io.parley.channels.AccountForm.Finding;
import io.parley.channels.SenderAddress;
import io.parley.events.Channel;
import io.parley.events.configuration.ChannelAddress.SenderType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What an account at TeleSign consists of (providers/telesign.md §1, §5 and §9). */
final class TelesignForm {

  static final String CUSTOMER_ID = "customerId";
  static final String API_KEY = "apiKey";
  static final String SECONDARY_API_KEY = "secondaryApiKey";
  static final String BASE_URL = "baseUrl";
  static final String AUTHENTICATION = "requestAuthentication";
  static final String DELIVERY_REPORTS = "deliveryReports";
  static final String MESSAGE_TYPE = "messageType";
  static final String LIFECYCLE_EVENT = "accountLifecycleEvent";
  static final String IS_PRIMARY = "isPrimary";
  static final String DLT_ENTITY_ID = "dltEntityId";
  static final String DLT_TEMPLATE_ID = "dltTemplateId";

  static final String DEFAULT_BASE_URL = "https://rest-api.telesign.com";
  static final String BASIC = "basic";
  static final String DIGEST = "digest";
  static final String ON = "on";
  static final String ALERTS = "ARN";

  private static final String KEY = "[A-Za-z0-9+/]{1,200}={0,2}";
  private static final String KEY_EXPECTED =
      "the key as TeleSign shows it: Base64, usually 88 characters that end in ==";
  private static final String DLT = "[0-9A-Za-z_-]{1,40}";
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z]{1,20}");

  static final AccountForm FORM =
      new AccountForm(
          List.of(
              new Field(
                  CUSTOMER_ID,
                  "Customer ID",
                  "The id of the account at TeleSign. It stands in TeleSign's portal beside the API"
                      + " key, or in the e-mail with which TeleSign opened the account.",
                  true,
                  false,
                  "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}",
                  "the id as TeleSign shows it, such as 0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9"),
              new Field(
                  API_KEY,
                  "API key",
                  "The key of the account, from TeleSign's portal. The same key opens TeleSign's API"
                      + " and verifies what TeleSign sends us.",
                  true,
                  true,
                  KEY,
                  KEY_EXPECTED),
              new Field(
                  SECONDARY_API_KEY,
                  "Other API key",
                  "Only while the API key is being changed, the old or the new one: what TeleSign"
                      + " sends us is accepted with either key. Messages are sent with the first.",
                  false,
                  true,
                  KEY,
                  KEY_EXPECTED),
              new Field(
                  BASE_URL,
                  "Base URL",
                  "Where TeleSign's API is for this account: https://rest-api.telesign.com with"
                      + " self-service, https://rest-ww.telesign.com with full service (an"
                      + " enterprise contract).",
                  false,
                  false,
                  "https://[A-Za-z0-9.-]{1,200}(:[0-9]{1,5})?/?",
                  "https:// and a host, such as https://rest-ww.telesign.com",
                  DEFAULT_BASE_URL),
              Field.choice(
                  AUTHENTICATION,
                  "Authentication of requests",
                  "basic sends the Customer ID and the API key with each request. digest signs each"
                      + " request with the key instead; our clock must then be right to within"
                      + " minutes (TeleSign's limit, about 15 minutes, could not be confirmed).",
                  BASIC,
                  BASIC,
                  DIGEST),
              Field.choice(
                  DELIVERY_REPORTS,
                  "Delivery reports",
                  "TeleSign calls it callback status. on asks TeleSign to report about each message"
                      + " to this account's own URL. off leaves it to what TeleSign has set up for"
                      + " the account.",
                  ON,
                  ON,
                  "off"),
              Field.choice(
                  MESSAGE_TYPE,
                  "Message type",
                  "What TeleSign is told about the messages: ARN for alerts, reminders and notices,"
                      + " which is right for agents' replies; MKT for marketing; OTP for one-time"
                      + " passwords.",
                  ALERTS,
                  ALERTS,
                  "MKT",
                  "OTP"),
              Field.choice(
                  LIFECYCLE_EVENT,
                  "Account life-cycle event",
                  "Optional: what customers' messages are about, for TeleSign's own statistics.",
                  null,
                  "create",
                  "sign-in",
                  "transact",
                  "update",
                  "delete"),
              Field.choice(
                  IS_PRIMARY,
                  "Primary provider",
                  "Optional: whether TeleSign is your first provider (true) or the one to fall back"
                      + " on (false), for TeleSign's own statistics.",
                  null,
                  "true",
                  "false"),
              optional(
                  DLT_ENTITY_ID,
                  "DLT entity id",
                  "Only for messages to India: the id of your company in the register of the"
                      + " networks there."),
              optional(
                  DLT_TEMPLATE_ID,
                  "DLT template id",
                  "Only for messages to India: the id of the registered text that the messages"
                      + " follow.")),
          Map.of(
              Channel.SMS,
              EnumSet.of(
                  SenderType.LONG_CODE,
                  SenderType.SHORT_CODE,
                  SenderType.TOLL_FREE,
                  SenderType.ALPHANUMERIC)),
          TelesignForm::address,
          TelesignForm::rules);

  private TelesignForm() {}

  private static String address(Channel channel, SenderType type, String entered) {
    return switch (type) {
      case LONG_CODE -> SenderAddress.longCode(entered);
      case TOLL_FREE -> SenderAddress.tollFree(entered);
      case SHORT_CODE -> SenderAddress.shortCode(entered, 3, 8, "44425");
      case ALPHANUMERIC ->
          SenderAddress.name(
              entered,
              NAME,
              "a sender name of up to 20 letters and digits, with a letter among them; capital"
                  + " letters are safest");
      case WHATSAPP_NUMBER, BUSINESS_AGENT, CUSTOM ->
          throw new IllegalArgumentException("expected a number, a short code or a sender name");
    };
  }

  private static List<Finding> rules(Draft draft) {
    List<Finding> findings = new ArrayList<>();
    for (String field : List.of(API_KEY, SECONDARY_API_KEY)) {
      String key = draft.newSecrets().get(field);
      if (key != null && CallbackSignature.key(key).length == 0) {
        findings.add(new Finding(field, "expected " + KEY_EXPECTED));
      }
    }
    return findings;
  }

  private static Field optional(String name, String label, String help) {
    return new Field(
        name, label, help, false, false, DLT, "up to 40 letters, digits, hyphens and underscores");
  }
}
