package io.parley.simulator.twilio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Refusals of the REST API with their HTTP status (twilio-sms.md §5.3, twilio-whatsapp.md §7). */
enum TwilioError {
  ACCOUNT_CLOSED(10001, 400, "Account is not active"),
  UNSUPPORTED(20001, 400, "Not supported by the simulator"),
  AUTHENTICATE(20003, 401, "Authenticate"),
  METHOD_NOT_ALLOWED(20004, 405, "Method not allowed"),
  TEST_CREDENTIALS(20008, 403, "Resource not accessible with Test Account Credentials"),
  NOT_FOUND(20404, 404, "The requested resource was not found"),
  TOO_MANY_REQUESTS(20429, 429, "Too Many Requests"),
  INTERNAL(20500, 500, "An internal server error has occurred"),
  UNAVAILABLE(20503, 503, "Service unavailable"),
  INVALID_TO(21211, 400, "The 'To' number is not a valid phone number"),
  INVALID_FROM(
      21212,
      400,
      "The 'From' number is not a valid phone number, shortcode, or alphanumeric sender ID"),
  SAME_TO_AND_FROM(21266, 400, "'To' and 'From' number cannot be the same"),
  COUNTRY_NOT_ENABLED(
      21408,
      400,
      "Permission to send an SMS has not been enabled for the region indicated by the 'To' number"),
  BODY_REQUIRED(21602, 400, "Message body is required"),
  FROM_REQUIRED(21603, 400, "A 'From' phone number is required"),
  TO_REQUIRED(21604, 400, "A 'To' phone number is required"),
  FROM_NOT_USABLE(
      21606,
      400,
      "The 'From' phone number is not a valid, message-capable Twilio phone number for this destination"),
  RECIPIENT_NOT_VERIFIED(
      21608,
      400,
      "The number is unverified. Trial accounts cannot send messages to unverified numbers"),
  INVALID_STATUS_CALLBACK(21609, 400, "The 'StatusCallback' URL is not a valid URL"),
  OPTED_OUT(21610, 400, "Attempt to send to unsubscribed recipient"),
  QUEUE_FULL(21611, 400, "This 'From' number has exceeded the maximum number of queued messages"),
  PAIR_IMPOSSIBLE(
      21612,
      400,
      "Message cannot be sent with the current combination of 'To' and 'From' parameters"),
  NOT_MOBILE(21614, 400, "'To' number is not a valid mobile number"),
  BODY_TOO_LONG(21617, 400, "The concatenated message body exceeds the 1600 character limit"),
  NOTHING_TO_SEND(21619, 400, "A text message body or media urls must be specified"),
  INVALID_MEDIA_URL(21620, 400, "Invalid media URL(s)"),
  TOO_MANY_MEDIA(21623, 400, "Number of media files exceeds allowed limit"),
  INVALID_VALIDITY(21624, 400, "Invalid ValidityPeriod value"),
  CONTENT_SID_REQUIRED(21654, 400, "The ContentSid is Required"),
  INVALID_CONTENT_SID(21655, 400, "The ContentSid is Invalid"),
  INVALID_CONTENT_VARIABLES(21656, 400, "The ContentVariables Parameter is invalid"),
  FROM_UNKNOWN(21659, 400, "'From' is not a Twilio phone number or Short Code country mismatch"),
  FROM_OF_ANOTHER_ACCOUNT(21660, 400, "Mismatch between the 'From' number and the account"),
  SERVICE_WITHOUT_SENDER(
      21703, 400, "The Messaging Service does not have a phone number available to send a message"),
  SERVICE_EMPTY(21704, 400, "The Messaging Service contains no phone numbers"),
  SERVICE_INVALID(21705, 400, "The Messaging Service is invalid"),
  CHANNEL_MISMATCH(
      21910, 400, "Invalid From and To pair. From and To should be of the same channel"),
  CHANNEL_RECIPIENT_UNKNOWN(63003, 400, "Channel could not find To address"),
  CHANNEL_SENDER_UNKNOWN(
      63007, 400, "Twilio could not find a Channel with the specified From address"),
  ACCOUNT_SUSPENDED(90010, 400, "Account is not active");

  private final int code;
  private final int status;
  private final String message;

  TwilioError(int code, int status, String message) {
    this.code = code;
    this.status = status;
    this.message = message;
  }

  int code() {
    return code;
  }

  int status() {
    return status;
  }

  String message() {
    return message;
  }

  /** The error as a refusal. */
  RefusedException refused() {
    return new RefusedException(code, status, message);
  }

  /** The refusal for any code; 400 for codes that are not in this table. */
  static RefusedException refused(int code) {
    return Stream.of(values())
        .filter(e -> e.code == code)
        .findFirst()
        .map(TwilioError::refused)
        .orElseGet(() -> new RefusedException(code, 400, "Error " + code));
  }

  /** Body of an error answer. */
  static Map<String, Object> body(int code, int status, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("code", code);
    body.put("message", message);
    body.put("more_info", "https://www.twilio.com/docs/errors/" + code);
    body.put("status", status);
    return body;
  }
}
