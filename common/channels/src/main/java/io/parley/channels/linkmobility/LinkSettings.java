package io.parley.channels.linkmobility;

import io.parley.channels.wire.StatusOverrides;
import io.parley.channels.wire.WordList;
import io.parley.events.ReceiptStatus;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of an account, with the form's defaults.
 *
 * @param entered as an administrator entered them
 */
record LinkSettings(Map<String, String> entered) {

  static final String VARIANT = "variant";
  static final String BASE_URL = "baseUrl";
  static final String AUTHENTICATION = "authentication";
  static final String USERNAME = "username";
  static final String PASSWORD = "password";
  static final String CLIENT_ID = "clientId";
  static final String CLIENT_SECRET = "clientSecret";
  static final String TOKEN_URL = "tokenUrl";
  static final String PLATFORM_ID = "platformId";
  static final String PLATFORM_PARTNER_ID = "platformPartnerId";
  static final String GATE_ID = "gateId";
  static final String CALLBACK_MODE = "callbackMode";
  static final String CALLBACK_USERNAME = "callbackUsername";
  static final String CALLBACK_PASSWORD = "callbackPassword";
  static final String OLD_CALLBACK_PASSWORD = "oldCallbackPassword";
  static final String CALLBACK_HEADER = "callbackHeader";
  static final String CALLBACK_HEADER_VALUE = "callbackHeaderValue";
  static final String CALLBACK_ADDRESSES = "callbackAddresses";
  static final String ACKNOWLEDGEMENT = "acknowledgement";
  static final String SOURCE_TON = "sourceTon";
  static final String EMOJI = "emoji";
  static final String IGNORE_RESPONSE = "ignoreResponse";
  static final String STRIP_KEYWORD = "stripKeyword";
  static final String STOP_WORDS = "stopWords";
  static final String RESULT_CODES = "resultCodes";
  static final String OBFUSCATE = "obfuscate";

  private static final String MYLINK_API = "https://api.linkmobility.com";
  private static final String MYLINK_TOKENS =
      "https://sso.linkmobility.com/auth/realms/CPaaS/protocol/openid-connect/token";

  /** Which of LINK's two APIs. */
  enum Variant {
    COMMON,
    MYLINK
  }

  /** How calls to the Common API are authenticated. */
  enum Authentication {
    BASIC,
    OAUTH2
  }

  /** Where MyLINK is to send its status events. */
  enum CallbackMode {
    URL,
    PROFILE,
    GATE,
    NONE
  }

  /** What becomes of characters that the Common API cannot carry. */
  enum Emoji {
    REFUSE,
    REPLACE
  }

  /** The kind of sender (type of number) that is sent. */
  enum SourceTon {
    AUTO,
    SHORTNUMBER,
    ALPHANUMERIC,
    MSISDN
  }

  /** What MyLINK hides in its logs. */
  enum Obfuscate {
    NONE,
    CONTENT,
    CONTENT_AND_RECIPIENT
  }

  LinkSettings {
    entered = Map.copyOf(entered);
  }

  Variant variant() {
    return choice(Variant.class, VARIANT);
  }

  CallbackMode callbackMode() {
    return choice(CallbackMode.class, CALLBACK_MODE);
  }

  Emoji emoji() {
    return choice(Emoji.class, EMOJI);
  }

  SourceTon sourceTon() {
    return choice(SourceTon.class, SOURCE_TON);
  }

  Obfuscate obfuscate() {
    return choice(Obfuscate.class, OBFUSCATE);
  }

  /** Whether calls carry an access token rather than user and password. */
  boolean byToken() {
    return switch (variant()) {
      case COMMON -> choice(Authentication.class, AUTHENTICATION) == Authentication.OAUTH2;
      case MYLINK -> true;
    };
  }

  /** Where the API is, without a slash at the end. */
  String baseUrl() {
    return optional(BASE_URL)
        .orElseGet(
            () ->
                switch (variant()) {
                  case COMMON -> throw new IllegalStateException("no base URL");
                  case MYLINK -> MYLINK_API;
                });
  }

  /** Where access tokens are got. */
  String tokenUrl() {
    return optional(TOKEN_URL)
        .orElseGet(
            () ->
                switch (variant()) {
                  case COMMON -> baseUrl() + "/auth/token";
                  case MYLINK -> MYLINK_TOKENS;
                });
  }

  String acknowledgement() {
    return value(ACKNOWLEDGEMENT);
  }

  boolean ignoreResponse() {
    return Boolean.parseBoolean(value(IGNORE_RESPONSE));
  }

  boolean stripKeyword() {
    return Boolean.parseBoolean(value(STRIP_KEYWORD));
  }

  Set<String> stopWords() {
    return WordList.parse(value(STOP_WORDS));
  }

  /** What the administrator says that result codes of the Common API mean. */
  Map<String, ReceiptStatus> resultCodes() {
    return StatusOverrides.parse(optional(RESULT_CODES).orElse(""));
  }

  Optional<String> optional(String field) {
    return Optional.ofNullable(entered.get(field));
  }

  private String value(String field) {
    return LinkForm.FORM.value(entered, field);
  }

  private <E extends Enum<E>> E choice(Class<E> type, String field) {
    return Enum.valueOf(type, value(field));
  }
}
