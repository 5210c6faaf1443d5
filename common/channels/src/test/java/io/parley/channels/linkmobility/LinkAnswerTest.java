package io.parley.channels.linkmobility;

import static io.parley.channels.linkmobility.Samples.MESSAGE_ID;
import static io.parley.channels.linkmobility.Samples.account;
import static io.parley.channels.linkmobility.Samples.myLink;
import static io.parley.channels.linkmobility.Samples.outgoing;
import static io.parley.channels.linkmobility.Samples.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.channels.ProviderResponse;
import io.parley.channels.SendResult;
import io.parley.events.FailureCause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkAnswerTest {

  @Test
  void documentedSuccessIsAccepted() {
    // When
    SendResult result =
        common(
            response(
                200,
                "{\"messageId\":\"Hb7qLw+T0kEAAAGPxR/21vQd\",\"resultCode\":1005,\"description\":\"Queued\",\"smsCount\":1}"));

    // Then
    assertThat(result).isEqualTo(new SendResult.Accepted("Hb7qLw+T0kEAAAGPxR/21vQd"));
  }

  @Test
  void documentedRefusalIsForGoodAndFlagsTheCredentials() {
    // When
    SendResult result =
        common(
            response(
                403,
                "{\"status\":106101,\"description\":\"No access with these credentials\",\"translatedDescription\":null}"));

    // Then
    assertThat(result).isInstanceOf(SendResult.Refused.class);
    assertThat(((SendResult.Refused) result).reason().cause()).isEqualTo(FailureCause.CREDENTIALS);
    assertThat(((SendResult.Refused) result).reason().providerCode()).isEqualTo("106101");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "200; {\"messageId\":\"a\",\"resultCode\":1012}; Accepted",
        "200; {\"messageId\":\"a\",\"resultCode\":\"1005\"}; Accepted",
        "200; {\"messageId\":\"a\",\"resultCode\":1001}; Accepted",
        "200; {\"resultCode\":1005}; Unknown",
        "200; {\"messageId\":\"a\"}; Unknown",
        "200; {}; Unknown",
        "200; <html>; Unknown",
        "204; ''; Unknown",
        "200; {\"messageId\":\"a\",\"resultCode\":3}; RetryLater",
        "200; {\"messageId\":\"a\",\"resultCode\":105}; RetryLater",
        "200; {\"messageId\":\"a\",\"resultCode\":4}; Unknown",
        "200; {\"messageId\":\"a\",\"resultCode\":2105}; Refused",
        "200; {\"messageId\":\"a\",\"resultCode\":7777}; Refused",
        "400; {\"status\":106200,\"description\":\"x\",\"transaltedDescription\":\"y\"}; Refused",
        "400; {\"status\":106000,\"description\":\"x\"}; RetryLater",
        "400; nonsense; Refused",
        "401; {\"status\":106100,\"description\":\"x\"}; Refused",
        "401; ''; Refused",
        "403; ''; Refused",
        "404; ''; Refused",
        "408; ''; Unknown",
        "429; ''; RetryLater",
        "500; {\"status\":106000,\"description\":\"x\"}; RetryLater",
        "500; {\"status\":4,\"description\":\"Timeout\"}; Unknown",
        "503; {\"status\":5,\"description\":\"Operator error\"}; Unknown",
        "500; <html>; Unknown",
        "502; ''; Unknown",
        "503; ''; RetryLater",
        "504; ''; Unknown",
        "302; ''; Unknown"
      })
  void commonAnswerComesTo(int status, String body, String expected) {
    // When
    SendResult result = common(response(status, body));

    // Then
    assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "202; {\"requestId\":\"r\",\"messages\":[{\"messageId\":\"m\",\"referenceId\":\"00000000-0000-4000-8000-000000000003\",\"recipient\":\"+46700001234\"}]}; Accepted",
        "202; {\"requestId\":\"r\",\"messages\":[{\"messageId\":\"m\"}]}; Accepted",
        "202; {\"requestId\":\"r\",\"messages\":[{\"messageId\":\"m\",\"referenceId\":\"another\"}]}; Unknown",
        "202; {\"requestId\":\"r\",\"messages\":[]}; Unknown",
        "202; {\"messages\":7}; Unknown",
        "400; {\"requestId\":\"r\",\"message\":\"bad sender\"}; Refused",
        "401; {\"message\":\"no\"}; Refused",
        "403; ''; Refused",
        "429; {\"requestId\":\"r\",\"description\":\"d\",\"code\":3009}; RetryLater",
        "500; {\"requestId\":\"r\",\"description\":\"d\",\"code\":1}; RetryLater",
        "502; {\"requestId\":\"r\",\"description\":\"d\",\"code\":1}; RetryLater",
        "502; ''; Unknown",
        "504; ''; Unknown"
      })
  void myLinkAnswerComesTo(int status, String body, String expected) {
    // When
    SendResult result =
        new LinkSender().result(response(status, body), outgoing("Hei"), account(myLink()));

    // Then
    assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
  }

  @Test
  void refusalOfMyLinkIsQuoted() {
    // When
    SendResult result =
        new LinkSender()
            .result(
                response(400, "{\"requestId\":\"r\",\"message\":\"bad sender\"}"),
                outgoing("Hei"),
                account(myLink()));

    // Then
    assertThat(((SendResult.Refused) result).reason().text()).contains("(bad sender)");
  }

  @ParameterizedTest
  @CsvSource({"2105, true", "2205, true", "2104, false"})
  void blockedCustomersCountAsOptedOut(int code, boolean optedOut) {
    // When
    SendResult result = common(response(200, "{\"messageId\":\"a\",\"resultCode\":" + code + "}"));

    // Then
    assertThat(((SendResult.Refused) result).optedOut()).isEqualTo(optedOut);
  }

  @Test
  void answerWithoutAnIdIsAcceptedWhereItWasAskedFor() {
    // When
    SendResult result =
        new LinkSender()
            .result(response(204, ""), outgoing("Hei"), account(common("ignoreResponse", "true")));

    // Then
    assertThat(result).isEqualTo(new SendResult.Accepted(MESSAGE_ID.toString()));
  }

  @Test
  void waitThatLinkAsksForIsKept() {
    // When
    SendResult result =
        common(new ProviderResponse(429, Map.of("Retry-After", List.of("7")), new byte[0]));

    // Then
    assertThat(((SendResult.RetryLater) result).after()).isEqualTo(Duration.ofSeconds(7));
  }

  private static Map<String, String> common(String... more) {
    return Samples.common(more);
  }

  private static SendResult common(ProviderResponse response) {
    return new LinkSender().result(response, outgoing("Hei"), account(Samples.common()));
  }
}
