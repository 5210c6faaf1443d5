package io.parley.channels.twilio;

import static io.parley.channels.twilio.Samples.account;
import static io.parley.channels.twilio.Samples.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.OutgoingMessage;
import io.parley.channels.SendResult;
import io.parley.events.Channel;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendAnswerTest {

  private static final OutgoingMessage MESSAGE =
      Samples.outgoing(Channel.SMS, MessageContent.ofText("Hi"));

  private static final String SID = "SM99887766554433221100ffeeddccbbaa";

  private final TwilioSender sender = new TwilioSender();

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202})
  void successWithAnIdIsAccepted(int status) {
    // When
    SendResult result =
        sender.result(
            response(status, "{\"sid\":\"" + SID + "\",\"status\":\"queued\",\"new\":{}}"),
            MESSAGE,
            account(Channel.SMS));

    // Then
    assertThat(result).isEqualTo(new SendResult.Accepted(SID));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<html>ok</html>", "{}", "{\"sid\":null}", "{\"sid\":7}", "[", "null"})
  void successWithoutAnIdIsUnknown(String body) {
    // When
    SendResult result = sender.result(response(201, body), MESSAGE, account(Channel.SMS));

    // Then
    assertThat(result).isInstanceOf(SendResult.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({"500, 20500", "503, 20503", "502, ''", "504, ''", "500, 21211", "408, ''", "302, ''"})
  void serverErrorLeavesTheOutcomeUnknown(int status, String code) {
    // Given
    String body = code.isEmpty() ? "<html>Bad gateway</html>" : "{\"code\":" + code + "}";

    // When
    SendResult result = sender.result(response(status, body), MESSAGE, account(Channel.SMS));

    // Then
    assertThat(result).isInstanceOf(SendResult.Unknown.class);
  }

  @Test
  void optedOutCustomerIsRefusedAndMarked() {
    // When
    SendResult result =
        sender.result(
            response(
                400,
                "{\"code\":21610,\"message\":\"Attempt to send to unsubscribed recipient\","
                    + "\"more_info\":\"https://www.twilio.com/docs/errors/21610\",\"status\":400}"),
            MESSAGE,
            account(Channel.SMS));

    // Then
    SendResult.Refused refused = (SendResult.Refused) result;
    assertThat(refused.optedOut()).isTrue();
    assertThat(refused.reason().cause()).isEqualTo(FailureCause.OPTED_OUT);
    assertThat(refused.reason().providerCode()).isEqualTo("21610");
  }

  @ParameterizedTest
  @CsvSource({
    "400, 21211, RECIPIENT_INVALID",
    "400, 21617, CONTENT_INVALID",
    "400, 21656, TEMPLATE_INVALID",
    "400, 21408, CONFIGURATION",
    "401, 20003, CREDENTIALS",
    "404, 20404, CONFIGURATION",
    "400, 99999, OTHER",
    "401, 99999, CREDENTIALS",
    "403, 99999, CREDENTIALS"
  })
  void refusalHasItsCause(int status, String code, FailureCause cause) {
    // When
    SendResult result =
        sender.result(
            response(status, "{\"code\":" + code + ",\"status\":" + status + "}"),
            MESSAGE,
            account(Channel.SMS));

    // Then
    assertThat(((SendResult.Refused) result).reason().cause()).isEqualTo(cause);
  }

  @ParameterizedTest
  @CsvSource({
    "400, OTHER",
    "401, CREDENTIALS",
    "403, CREDENTIALS",
    "404, CONFIGURATION",
    "422, OTHER"
  })
  void refusalWithoutReadableBodyIsStillARefusal(int status, FailureCause cause) {
    // When
    SendResult result =
        sender.result(response(status, "<html>No</html>"), MESSAGE, account(Channel.SMS));

    // Then
    DeliveryReason reason = ((SendResult.Refused) result).reason();
    assertThat(reason.cause()).isEqualTo(cause);
    assertThat(reason.text()).doesNotContain("<html>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"code\":20429}", "", "<html></html>", "{\"code\":99999}"})
  void tooManyRequestsAreTriedAgain(String body) {
    // When
    SendResult result =
        sender.result(response(429, body, "Retry-After", "7"), MESSAGE, account(Channel.SMS));

    // Then
    SendResult.RetryLater later = (SendResult.RetryLater) result;
    assertThat(later.after()).isEqualTo(Duration.ofSeconds(7));
    assertThat(later.reason().cause()).isEqualTo(FailureCause.THROTTLED);
  }

  @Test
  void fullQueueIsTriedAgainAfterMinutes() {
    // When
    SendResult result =
        sender.result(response(400, "{\"code\":21611}"), MESSAGE, account(Channel.SMS));

    // Then
    assertThat(((SendResult.RetryLater) result).after()).isEqualTo(Duration.ofMinutes(2));
  }

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "120, PT2M",
    "999999999, PT24H",
    "'Tue, 04 Mar 2025 09:16:27 GMT', PT30S",
    "'Tue, 04 Mar 2025 09:00:00 GMT', PT0S",
    "-1,",
    "soon,",
    "99999999999999999999,"
  })
  void retryAfterIsReadInBothForms(String header, Duration expected) {
    // When
    SendResult result =
        sender.result(
            response(429, "", "Retry-After", header, "Date", "Tue, 04 Mar 2025 09:15:57 GMT"),
            MESSAGE,
            account(Channel.SMS));

    // Then
    assertThat(((SendResult.RetryLater) result).after()).isEqualTo(expected);
  }
}
