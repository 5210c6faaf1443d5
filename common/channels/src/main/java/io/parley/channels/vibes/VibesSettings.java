package io.parley.channels.vibes;

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
record VibesSettings(Map<String, String> entered) {

  static final String USERNAME = "username";
  static final String PASSWORD = "password";
  static final String BASE_URL = "baseUrl";
  static final String PATH_PREFIX = "pathPrefix";
  static final String CONTENT_TYPE = "contentType";
  static final String COMPANY_ID = "companyId";
  static final String LONG_CODE_TYPE = "longCodeType";
  static final String INBOUND_USERNAME = "inboundUsername";
  static final String INBOUND_PASSWORD = "inboundPassword";
  static final String OLD_INBOUND_PASSWORD = "oldInboundPassword";
  static final String CALLBACK_ADDRESSES = "callbackAddresses";
  static final String RECEIPT_OPTION = "receiptOption";
  static final String SPLIT_LONG_MESSAGE = "splitLongMessage";
  static final String LONGEST_TEXT = "longestText";
  static final String SUCCESS_ATTRIBUTE = "successAttribute";
  static final String RETRY_STATUSES = "retryStatuses";
  static final String ERROR_CODES = "errorCodes";
  static final String STOP_WORDS = "stopWords";
  static final String AT_LEAST_ONCE = "atLeastOnce";
  static final String CHECK_NUMBER = "checkNumber";

  VibesSettings {
    entered = Map.copyOf(entered);
  }

  /** Where the Message API is, without a slash at the end. */
  String api() {
    return value(BASE_URL) + value(PATH_PREFIX);
  }

  String contentType() {
    return value(CONTENT_TYPE) + "; charset=UTF-8";
  }

  String longCodeType() {
    return value(LONG_CODE_TYPE);
  }

  String receiptOption() {
    return value(RECEIPT_OPTION);
  }

  boolean splitLongMessage() {
    return Boolean.parseBoolean(value(SPLIT_LONG_MESSAGE));
  }

  int longestText() {
    return Integer.parseInt(value(LONGEST_TEXT));
  }

  String successAttribute() {
    return value(SUCCESS_ATTRIBUTE);
  }

  /** HTTP statuses that show that a message was not taken and may be tried again. */
  boolean isRetried(int status) {
    return WordList.parse(value(RETRY_STATUSES)).contains(String.valueOf(status));
  }

  /** What the administrator says that Vibes' own error codes mean. */
  Map<String, ReceiptStatus> errorCodes() {
    return StatusOverrides.parse(optional(ERROR_CODES).orElse(""));
  }

  Set<String> stopWords() {
    return WordList.parse(value(STOP_WORDS));
  }

  boolean atLeastOnce() {
    return Boolean.parseBoolean(value(AT_LEAST_ONCE));
  }

  /** A number to look up, digits only. */
  String checkNumber() {
    return value(CHECK_NUMBER);
  }

  Optional<String> optional(String field) {
    return Optional.ofNullable(entered.get(field));
  }

  private String value(String field) {
    return VibesForm.FORM.value(entered, field);
  }
}
