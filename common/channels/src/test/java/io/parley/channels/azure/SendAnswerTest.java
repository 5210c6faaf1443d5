package io.parley.channels.azure;

import static io.parley.channels.azure.Samples.CUSTOMER;
import static io.parley.channels.azure.Samples.MIXED_ANSWER;
import static io.parley.channels.azure.Samples.NOW;
import static io.parley.channels.azure.Samples.account;
import static io.parley.channels.azure.Samples.entraAccount;
import static io.parley.channels.azure.Samples.outgoing;
import static io.parley.channels.azure.Samples.phone;
import static io.parley.channels.azure.Samples.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.LookUpResult;
import io.parley.channels.OutgoingMessage;
import io.parley.channels.ProviderResponse;
import io.parley.channels.SendResult;
import io.parley.events.DeliveryReason;
import io.parley.events.FailureCause;
import io.parley.events.MessageContent;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Azure answers (providers/azure-communication-services.md §2, §5 and §8). */
class SendAnswerTest {

  private final AzureSender sender = new AzureSender();

  @ParameterizedTest
  @CsvSource({
    "+14255550177, Accepted",
    "+1555, Refused",
    "+14255550188, RetryLater",
    "+14255550199, Unknown"
  })
  void everyRecipientHasAResultOfItsOwn(String to, String expected) {
    // When
    SendResult result = SendAnswer.read(response(202, MIXED_ANSWER), to(to), false);

    // Then
    assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
  }

  @Test
  void acceptedMessageHasAzuresId() {
    // When
    SendResult result = result(response(202, MIXED_ANSWER));

    // Then
    assertThat(result).isEqualTo(new SendResult.Accepted("Outgoing_20260303090508a1b2_noam"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"messageId\":\"id-1\",\"httpStatusCode\":202,\"successful\":true | Accepted |",
        "\"messageId\":\"id-1\",\"httpStatusCode\":202 | Accepted |",
        "\"httpStatusCode\":202,\"successful\":true | Unknown | OUTCOME_UNKNOWN",
        "\"messageId\":\"a b\",\"httpStatusCode\":202,\"successful\":true | Unknown | OUTCOME_UNKNOWN",
        "\"httpStatusCode\":202,\"successful\":false | Unknown | OUTCOME_UNKNOWN",
        "\"httpStatusCode\":400,\"successful\":false,\"errorMessage\":\"Invalid To phone number format.\" | Refused | RECIPIENT_INVALID",
        "\"httpStatusCode\":400,\"successful\":false | Refused | OTHER",
        "\"httpStatusCode\":400,\"successful\":false,\"errorMessage\":\"Sender blocked for given recipient.\" | Refused | OPTED_OUT",
        "\"httpStatusCode\":401,\"successful\":false | Refused | CREDENTIALS",
        "\"httpStatusCode\":403,\"successful\":false | Refused | CREDENTIALS",
        "\"httpStatusCode\":404,\"successful\":false | Refused | OTHER",
        "\"httpStatusCode\":408,\"successful\":false | Unknown | OUTCOME_UNKNOWN",
        "\"httpStatusCode\":409,\"successful\":false | Unknown | OUTCOME_UNKNOWN",
        "\"httpStatusCode\":429,\"successful\":false | RetryLater | THROTTLED",
        "\"httpStatusCode\":500,\"successful\":false | Unknown | OUTCOME_UNKNOWN",
        "\"httpStatusCode\":503,\"successful\":false,\"errorMessage\":\"ServiceUnavailable\" | RetryLater | PROVIDER_FAILURE",
        "\"httpStatusCode\":504,\"successful\":false | Unknown | OUTCOME_UNKNOWN",
        "\"successful\":false | Unknown | OUTCOME_UNKNOWN"
      })
  void statusOfTheRecipientDecides(String fields, String expected, @Nullable FailureCause cause) {
    // Given
    String body = "{\"value\":[{\"to\":\"" + CUSTOMER + "\"," + fields + "}]}";

    // When
    SendResult result = result(response(202, body));

    // Then
    assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
    assertThat(cause(result)).isEqualTo(cause);
  }

  @Test
  void blockedRecipientCountsAsOptedOut() {
    // Given
    String body =
        "{\"value\":[{\"httpStatusCode\":400,\"errorMessage\":\"Sender blocked for given recipient.\"}]}";

    // When
    SendResult result = result(response(202, body));

    // Then
    assertThat(((SendResult.Refused) result).optedOut()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "[]", "<html/>", "{\"value\":{}}", "{\"value\":[]}", "{\"value\":[7]}"})
  void successThatCannotBeReadIsUnknown(String body) {
    // When
    SendResult result = result(response(202, body));

    // Then
    assertThat(result).isInstanceOf(SendResult.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {\"From\":[\"Invalid From phone number format\"]} | Refused | CONFIGURATION",
        "400 | {\"SmsRecipients[0].To\":[\"Invalid\"]} | Refused | RECIPIENT_INVALID",
        "400 | {\"type\":\"t\",\"title\":\"One or more validation errors occurred.\",\"status\":400,\"traceId\":\"00\",\"errors\":{\"Message\":[\"too long\"]}} | Refused | CONTENT_INVALID",
        "400 | {\"errors\":{\"$.smsRecipients[0].to\":[\"x\"]}} | Refused | RECIPIENT_INVALID",
        "400 | {\"error\":{\"code\":\"BadRequest\",\"message\":\"x\",\"target\":\"from\"}} | Refused | CONFIGURATION",
        "400 | {\"error\":{\"code\":\"BadRequest\",\"message\":\"x\"}} | Refused | OTHER",
        "400 | \"text\" | Refused | OTHER",
        "400 | bad | Refused | OTHER",
        "400 | | Refused | OTHER",
        "401 | | Refused | CREDENTIALS",
        "403 | | Refused | CREDENTIALS",
        "404 | | Refused | CONFIGURATION",
        "408 | | Unknown | OUTCOME_UNKNOWN",
        "409 | | Unknown | OUTCOME_UNKNOWN",
        "412 | | Unknown | OUTCOME_UNKNOWN",
        "413 | | Refused | OTHER",
        "429 | | RetryLater | THROTTLED",
        "500 | | Unknown | OUTCOME_UNKNOWN",
        "502 | <html> | Unknown | OUTCOME_UNKNOWN",
        "503 | {} | Unknown | OUTCOME_UNKNOWN",
        "504 | | Unknown | OUTCOME_UNKNOWN",
        "302 | | Unknown | OUTCOME_UNKNOWN"
      })
  void refusalOfTheWholeCallHasItsMeaning(
      int status, @Nullable String body, String expected, FailureCause cause) {
    // When
    SendResult result = result(response(status, body == null ? "" : body));

    // Then
    assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
    assertThat(cause(result)).isEqualTo(cause);
  }

  @ParameterizedTest
  @CsvSource({"0,", "30, PT30S", ",", "soon,"})
  void waitCountsOnlyWhenItIsOne(@Nullable String header, @Nullable Duration after) {
    // Given
    ProviderResponse response =
        header == null ? response(429, "") : response(429, "", "retry-after", header);

    // When
    SendResult result = result(response);

    // Then
    assertThat(((SendResult.RetryLater) result).after()).isEqualTo(after);
  }

  @Test
  void refusalOfCredentialsNamesBothReasonsAndSupportsReference() {
    // When
    SendResult result = result(response(401, "", "MS-CV", "abc123.0", "X-Azure-Ref", "ref"));

    // Then
    assertThat(reason(result).text()).contains("credentials", "sender", "abc123.0");
  }

  @ParameterizedTest
  @CsvSource({"X-Azure-Ref, 0abc==, true", "X-Azure-Ref, <script>, false"})
  void referenceIsShownOnlyAsSuch(String name, String value, boolean shown) {
    // When
    SendResult result = result(response(500, "", name, value));

    // Then
    assertThat(reason(result).text().contains(value)).isEqualTo(shown);
  }

  @Test
  void refusedTokenMayHaveEnded() {
    // When
    SendResult result = sender.result(response(401, ""), outgoing("Hi"), entraAccount());

    // Then
    assertThat(result).isInstanceOf(SendResult.RetryLater.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "202 | {\"value\":[{\"messageId\":\"id-1\",\"httpStatusCode\":202,\"successful\":true,\"repeatabilityResult\":\"accepted\"}]} | Found",
        "202 | {\"value\":[{\"httpStatusCode\":400,\"successful\":false,\"errorMessage\":\"Invalid To phone number format.\"}]} | Refused",
        "202 | {\"value\":[{\"httpStatusCode\":400,\"successful\":false,\"repeatabilityResult\":\"Rejected\"}]} | Ambiguous",
        "202 | {\"value\":[{\"httpStatusCode\":503,\"successful\":false}]} | Unanswered",
        "202 | {} | Unanswered",
        "400 | {\"From\":[\"x\"]} | Refused",
        "401 | | Unanswered",
        "403 | | Unanswered",
        "404 | | Unanswered",
        "412 | | Unanswered",
        "429 | | Unanswered",
        "500 | | Unanswered"
      })
  void answerToARepetitionSaysOnlyWhatIsCertain(
      int status, @Nullable String body, String expected) {
    // When
    LookUpResult result =
        sender.lookedUp(
            response(status, body == null ? "" : body), outgoing("Hi"), account(), NOW, List.of());

    // Then
    assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
  }

  private SendResult result(ProviderResponse response) {
    return sender.result(response, outgoing("Hi"), account());
  }

  private static OutgoingMessage to(String number) {
    return outgoing(phone(number), null, MessageContent.ofText("Hi"));
  }

  private static @Nullable FailureCause cause(SendResult result) {
    return result instanceof SendResult.Accepted ? null : reason(result).cause();
  }

  private static DeliveryReason reason(SendResult result) {
    return switch (result) {
      case SendResult.Accepted accepted -> throw new AssertionError("accepted");
      case SendResult.Refused refused -> refused.reason();
      case SendResult.RetryLater later -> later.reason();
      case SendResult.Unknown unknown -> unknown.reason();
    };
  }
}
