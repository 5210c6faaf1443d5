package io.parley.channels.telesign;

import static io.parley.channels.telesign.Samples.ACCEPTED;
import static io.parley.channels.telesign.Samples.REFERENCE;
import static io.parley.channels.telesign.Samples.REFUSED;
import static io.parley.channels.telesign.Samples.account;
import static io.parley.channels.telesign.Samples.error;
import static io.parley.channels.telesign.Samples.outgoing;
import static io.parley.channels.telesign.Samples.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.ProviderResponse;
import io.parley.channels.SendResult;
import io.parley.events.FailureCause;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendAnswerTest {

  @Test
  void documentedAnswerIsAccepted() {
    // When
    SendResult result = result(response(200, ACCEPTED));

    // Then
    assertThat(result).isEqualTo(new SendResult.Accepted(REFERENCE));
  }

  @Test
  void documentedRefusalIsFinal() {
    // When
    SendResult result = result(response(400, REFUSED));

    // Then
    assertThat(result).isInstanceOf(SendResult.Refused.class);
    assertThat(((SendResult.Refused) result).reason().cause())
        .isEqualTo(FailureCause.RECIPIENT_INVALID);
    assertThat(((SendResult.Refused) result).reason().providerCode()).isEqualTo("11000");
  }

  @ParameterizedTest
  @ValueSource(ints = {290, 291, 292, 295, 293, 203, 200, 201, 250, 251, 599, 777})
  void anyCodeThatIsNoFailureIsAccepted(int code) {
    // When
    SendResult result = result(response(200, ACCEPTED.replace("290", String.valueOf(code))));

    // Then
    assertThat(result).isEqualTo(new SendResult.Accepted(REFERENCE));
  }

  @ParameterizedTest
  @CsvSource({
    "207, OTHER, false", "211, RECIPIENT_INVALID, false", "231, CONTENT_INVALID, false",
    "237, CONFIGURATION, false", "503, PROVIDER_FAILURE, false", "510, OPTED_OUT, true",
    "515, CONTENT_REFUSED, false", "521, CONFIGURATION, false", "10030, CREDENTIALS, false",
    "10031, CONFIGURATION, false", "11000, RECIPIENT_INVALID, false", "10022, CREDENTIALS, false"
  })
  void failureInsideASuccessIsRefusedForGood(int code, FailureCause cause, boolean optedOut) {
    // When
    SendResult result = result(response(200, ACCEPTED.replace("290", String.valueOf(code))));

    // Then
    SendResult.Refused refused = (SendResult.Refused) result;
    assertThat(refused.reason().cause()).isEqualTo(cause);
    assertThat(refused.optedOut()).isEqualTo(optedOut);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 11000", "400, 11001", "400, 11003", "400, 11010", "400, 11016", "400, 11034",
    "400, 11035", "400, 11004", "400, 11009", "400, 11013", "400, 11017", "400, 12000",
    "400, 12009", "400, 12017", "401, 10003", "401, 10004", "401, 10005", "401, 10006",
    "401, 10007", "401, 10008", "401, 10009", "401, 10010", "401, 10011", "401, 10015",
    "401, 10022", "401, 10028", "401, 10031", "401, 10035", "401, 10033", "404, 10017",
    "404, 10036", "400, 99999", "409, 1"
  })
  void refusalByTheApiIsFinal(int http, int code) {
    // When
    SendResult result = result(error(http, code));

    // Then
    assertThat(result).isInstanceOf(SendResult.Refused.class);
    assertThat(((SendResult.Refused) result).reason().providerCode())
        .isEqualTo(String.valueOf(code));
  }

  @ParameterizedTest
  @CsvSource({"429, 10019", "429, 10020", "429, 0", "401, 10002"})
  void tooManyRequestsAreTriedAgain(int http, int code) {
    // When
    SendResult result = result(error(http, code));

    // Then
    assertThat(result).isInstanceOf(SendResult.RetryLater.class);
    assertThat(((SendResult.RetryLater) result).after()).isNull();
  }

  @Test
  void retryAfterIsHonouredThoughItIsNotDocumented() {
    // When
    SendResult result = result(response(429, "busy", "Retry-After", "7"));

    // Then
    assertThat(((SendResult.RetryLater) result).after()).isEqualTo(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @CsvSource({"500, 10000", "503, 10000", "200, 10000", "400, 10000", "502, 1", "301, 1", "408, 1"})
  void outcomeThatProvesNothingIsUnknown(int http, int code) {
    // When
    SendResult result = result(error(http, code));

    // Then
    assertThat(result).isInstanceOf(SendResult.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "[]",
        "{}",
        "{\"status\":{\"code\":290}}",
        "{\"reference_id\":\"AB\"}",
        "{\"reference_id\":\"A B\",\"status\":{\"code\":290}}",
        "{\"reference_id\":\"AB\",\"status\":{\"code\":{}}}"
      })
  void successThatCannotBeReadIsUnknown(String body) {
    // When
    SendResult result = result(response(200, body));

    // Then
    assertThat(result).isInstanceOf(SendResult.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({
    "401, CONFIGURATION",
    "402, CREDENTIALS",
    "403, CONFIGURATION",
    "404, CONFIGURATION",
    "418, OTHER"
  })
  void refusalThatIsNotTelesignsJsonIsExplainedByItsHttpStatus(int http, FailureCause cause) {
    // When
    SendResult result = result(response(http, "<html>"));

    // Then
    assertThat(((SendResult.Refused) result).reason().cause()).isEqualTo(cause);
  }

  private static SendResult result(ProviderResponse response) {
    return new TelesignSender().result(response, outgoing("Hi"), account());
  }
}
