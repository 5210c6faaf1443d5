package io.parley.simulator.telesign;

import io.parley.simulator.http.Answer;
import io.parley.simulator.provider.Refusal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Errors of the API with their HTTP status (telesign.md §6.2). */
enum TelesignError {
  NONCE_USED(10002, 401, "Nonce was already used."),
  NONCE_LENGTH(10003, 401, "Invalid length of the x-ts-nonce header."),
  DATE_MALFORMED(10004, 401, "Invalid date header."),
  DATE_MISSING(10005, 401, "Missing required header 'Date' or 'x-ts-date'."),
  DATE_TOO_FAR(10006, 401, "Date header is not within the allowed time."),
  AUTH_METHOD(10007, 401, "Invalid x-ts-auth-method header."),
  SIGNATURE(10008, 401, "Invalid signature."),
  AUTHORIZATION_MISSING(10009, 401, "Missing required 'Authorization' header."),
  SUSPENDED(10010, 401, "Customer ID is suspended or inactive."),
  PRODUCT_DISABLED(10011, 401, "The account associated with this Customer ID lacks the product."),
  CUSTOMER_ID(10015, 401, "Invalid Customer ID."),
  REFERENCE_UNKNOWN(10017, 404, "Reference ID not found."),
  RATE_LIMIT(10019, 429, "Rate limit exceeded."),
  HARD_CAP(10020, 429, "Hard cap exceeded."),
  API_KEY(10022, 401, "Invalid API Key"),
  AUTHORIZATION_MALFORMED(10028, 401, "Invalid 'Authorization' header."),
  INSUFFICIENT_FUNDS(10030, 402, "Insufficient funds."),
  HOST_NOT_ALLOWED(10031, 401, "Host is not allowed for this account."),
  RECIPIENT_NOT_VERIFIED(10033, 401, "Trial account: the phone number is not verified."),
  WRONG_HOST(10035, 401, "Wrong host for this account."),
  REFERENCE_EXPIRED(10036, 404, "Transaction is too old."),
  UNAVAILABLE(10000, 503, "The system is temporarily unavailable."),
  PHONE_NUMBER(11000, 400, "Invalid value for parameter phone_number."),
  COUNTRY_CODE(11001, 400, "Unknown country code in parameter phone_number."),
  CALLBACK_URL(11004, 400, "Invalid value for parameter callback_url."),
  MESSAGE(11009, 400, "Invalid value for parameter message."),
  LIFECYCLE_EVENT(11010, 400, "Invalid value for parameter account_lifecycle_event."),
  REFERENCE(11011, 400, "Invalid value for parameter reference_id."),
  SENDER_ID(11013, 400, "Invalid value for parameter sender_id."),
  ORIGINATING_IP(11016, 400, "Invalid value for parameter originating_ip."),
  MESSAGE_TYPE(11017, 400, "Invalid value for parameter message_type."),
  IS_PRIMARY(11034, 400, "Invalid value for parameter is_primary."),
  DLT(11035, 400, "Invalid value for a DLT parameter."),
  PHONE_NUMBER_MISSING(12000, 400, "Missing required parameter phone_number."),
  MESSAGE_MISSING(12009, 400, "Missing required parameter message."),
  MESSAGE_TYPE_MISSING(12017, 400, "Missing required parameter message_type.");

  private final int code;
  private final int http;
  private final String description;

  TelesignError(int code, int http, String description) {
    this.code = code;
    this.http = http;
    this.description = description;
  }

  int code() {
    return code;
  }

  int http() {
    return http;
  }

  String description() {
    return description;
  }

  /** Refused before anything got a reference. */
  Refusal refused(Instant now) {
    return new Refusal(answer(http, code, description, now, new LinkedHashMap<>()));
  }

  /** A message refused for what it is; it has a reference. */
  Refusal refused(Instant now, String referenceId, @Nullable String externalId) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>();
    more.put("external_id", externalId);
    return new Refusal(answer(http, referenceId, code, description, now, more));
  }

  /** A wrong signature; shows what should have been signed, as TeleSign may. */
  static Refusal wrongSignature(Instant now, String text) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>();
    more.put("signature_string", text);
    return new Refusal(answer(SIGNATURE.http, SIGNATURE.code, SIGNATURE.description, now, more));
  }

  /** The usual HTTP status of a code; statuses of messages come with 200 (telesign.md §5). */
  static int usualHttp(int code) {
    if (code < 10_000) {
      return 200;
    }
    return Stream.of(values()).filter(e -> e.code == code).findFirst().map(e -> e.http).orElse(400);
  }

  /** The usual words of a code. */
  static String usualDescription(int code) {
    return Stream.of(values())
        .filter(e -> e.code == code)
        .findFirst()
        .map(e -> e.description)
        .orElseGet(() -> MessageStatus.description(code));
  }

  static Answer.Reply answer(
      int http, int code, String description, Instant now, Map<String, @Nullable Object> more) {
    return answer(http, null, code, description, now, more);
  }

  static Answer.Reply answer(
      int http,
      @Nullable String referenceId,
      int code,
      String description,
      Instant now,
      Map<String, @Nullable Object> more) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("reference_id", referenceId);
    body.put("status", MessageStatus.json(code, description, now));
    body.putAll(more);
    return Answer.error(http, String.valueOf(code), body);
  }
}
