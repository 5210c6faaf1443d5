package io.parley.simulator.infobip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.faults.FaultMatch;
import io.parley.simulator.faults.FaultRule;
import io.parley.simulator.testing.Caller;
import io.parley.simulator.testing.FaultCase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendTest {

  private final Fixture stage = new Fixture();

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void messageIsAcceptedUnderOurId() throws Exception {
    // When
    Caller.Result result = stage.send();

    // Then
    JsonNode item = result.body().path("messages").path(0);
    assertThat(result.status()).isEqualTo(200);
    assertThat(result.body().path("bulkId").asText()).matches("[0-9]{19}");
    assertThat(item.path("messageId").asText()).isEqualTo("conv-91-m7");
    assertThat(item.path("destination").asText()).isEqualTo(Fixture.CUSTOMER);
    assertThat(item.path("status").path("name").asText()).isEqualTo("PENDING_ACCEPTED");
    assertThat(stage.simulator.messages())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.messageId()).isEqualTo("conv-91-m7");
              assertThat(message.accountId()).isEqualTo(Fixture.ACCOUNT);
              assertThat(message.body()).isEqualTo("Your parcel leaves today.");
            });
  }

  @Test
  void usedIdIsRejectedAndSendsNothing() throws Exception {
    // Given
    stage.send();

    // When
    Caller.Result result = stage.send();

    // Then
    assertThat(status(result)).isEqualTo(23);
    assertThat(stage.simulator.messages()).hasSize(1);
  }

  @Test
  void recipientsAreJudgedOneByOne() throws Exception {
    // When
    Caller.Result result =
        stage.send(
            "{\"messages\":[{\"destinations\":[{\"to\":\"447700900123\"},{\"to\":\"12\"}],"
                + "\"content\":{\"text\":\"Hi\"}}],\"options\":{\"includeSmsCountInResponse\":true,"
                + "\"schedule\":{\"bulkId\":\"b-1\"}}}");

    // Then
    JsonNode items = result.body().path("messages");
    assertThat(result.body().path("bulkId").asText()).isEqualTo("b-1");
    assertThat(items.path(0).path("status").path("id").asInt()).isEqualTo(26);
    assertThat(items.path(0).path("messageId").asText()).isNotEmpty();
    assertThat(items.path(0).path("details").path("messageCount").asInt()).isEqualTo(1);
    assertThat(items.path(1).path("status").path("id").asInt()).isEqualTo(52);
    assertThat(stage.simulator.messages()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"+447700900123, 52", "0447700900123, 8", "44, 52"})
  void recipientIsRejectedFor(String to, int status) throws Exception {
    // When
    Caller.Result result = stage.send(Fixture.message(to, "m-1", "Hi", false));

    // Then
    assertThat(result.status()).isEqualTo(200);
    assertThat(status(result)).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"senders\":[\"447700900998\"] | 11",
        "\"verifiedRecipients\":[\"447700900124\"] | 18",
        "\"blocklist\":[\"447700900123\"] | 14",
        "\"credits\":0 | 12",
      })
  void accountIsTheReasonForTheRejection(String field, int status) throws Exception {
    // Given
    stage.put(field);

    // When
    Caller.Result result = stage.send();

    // Then
    assertThat(status(result)).isEqualTo(status);
    assertThat(result.body().path("messages").path(0).path("status").path("groupId").asInt())
        .isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"x, 3825, 26", "x, 3826, 25", "ж, 1675, 26", "ж, 1676, 25"})
  void messageOfMoreThan25PartsIsRejected(String character, int length, int status)
      throws Exception {
    // When
    Caller.Result result =
        stage.send(Fixture.message(Fixture.CUSTOMER, "m-1", character.repeat(length), false));

    // Then
    assertThat(status(result)).isEqualTo(status);
  }

  @Test
  void seventhEqualTextWithinAnHourIsRejected() throws Exception {
    // Given
    stage.put("\"floodProtection\":true");
    for (int i = 0; i < 6; i++) {
      stage.send(Fixture.message(Fixture.CUSTOMER, "m-" + i, "Hi", false));
    }

    // When
    int seventh = status(stage.send(Fixture.message(Fixture.CUSTOMER, "m-7", "Hi", false)));
    stage.simulator.advanceClock(Duration.ofMinutes(61));
    int later = status(stage.send(Fixture.message(Fixture.CUSTOMER, "m-8", "Hi", false)));

    // Then
    assertThat(List.of(seventh, later)).containsExactly(20, 26);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | messages",
        "{\"messages\":[]} | messages",
        "{\"messages\":[{\"content\":{\"text\":\"x\"}}]} | messages[0].destinations",
        "{\"messages\":[{\"destinations\":[{}],\"content\":{\"text\":\"x\"}}]} | messages[0].destinations[0].to",
        "{\"messages\":[{\"destinations\":[{\"to\":447700900123}],\"content\":{\"text\":\"x\"}}]} | messages[0].destinations[0].to",
        "{\"messages\":[{\"destinations\":[{\"to\":\"447700900123\"}],\"content\":{}}]} | messages[0].content.text",
        "{\"messages\":[{\"destinations\":[{\"to\":\"447700900123\"}],\"text\":\"x\"}]} | messages[0].content.text",
        "{\"messages\":[{\"sender\":null,\"destinations\":[{\"to\":\"447700900123\"}],\"content\":{\"text\":\"x\"}}]} | messages[0].sender",
        "{\"messages\":[{\"destinations\":[{\"to\":\"447700900123\"}],\"content\":{\"text\":\"x\",\"transliteration\":\"KLINGON\"}}]} | messages[0].content.transliteration",
        "{\"messages\":[{\"destinations\":[{\"to\":\"447700900123\"}],\"content\":{\"text\":\"x\"},\"webhooks\":{\"delivery\":{\"url\":\"nowhere\"}}}]} | messages[0].webhooks.delivery.url",
        "{\"messages\":[{\"destinations\":[{\"to\":\"447700900123\"}],\"content\":{\"text\":\"x\"},\"options\":{\"validityPeriod\":{\"timeUnit\":\"DAYS\"}}}]} | messages[0].options.validityPeriod.timeUnit",
        "{\"messages\":[{\"destinations\":[{\"to\":\"447700900123\"}],\"content\":{\"text\":\"x\"}}],\"options\":{\"schedule\":{\"sendAt\":\"2026-11-21T10:00:00.000+0000\"}}} | options.schedule.sendAt",
      })
  void wrongFormIsRefusedWithThePropertyAtFault(String json, String property) throws Exception {
    // When
    Caller.Result result = stage.send(json);

    // Then
    assertThat(result.status()).isEqualTo(400);
    assertThat(result.body().path("errorCode").asText()).isEqualTo("E400");
    assertThat(result.body().path("violations").path(0).path("property").asText())
        .isEqualTo(property);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{messages", "[]"})
  void textThatIsNoDocumentIsRefused(String body) throws Exception {
    // When
    Caller.Result result = stage.send(body);

    // Then
    assertThat(result.status()).isEqualTo(400);
  }

  @Test
  void formIsRefused() throws Exception {
    // When
    Caller.Result result =
        stage.caller.send(
            "POST",
            Fixture.SEND,
            Map.of(
                "Authorization",
                "App " + Fixture.API_KEY,
                "Content-Type",
                "application/x-www-form-urlencoded"),
            "to=447700900123");

    // Then
    assertThat(result.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @MethodSource("io.parley.simulator.testing.FaultCase#all")
  void faultSpoilsTheAnswer(FaultCase fault) throws Exception {
    // Given
    once(fault.fault());

    // When, Then
    if (fault.isGoodInTheEnd()) {
      assertThat(status(stage.send())).isEqualTo(26);
    } else if (fault.status() == 0) {
      assertThatThrownBy(stage::send).isInstanceOf(IOException.class);
    } else {
      Caller.Result result = stage.send();
      assertThat(result.status()).isEqualTo(fault.status());
      assertThat(result.headers().getOrDefault("retry-after", "")).isEqualTo(fault.retryAfter());
      assertThat(result.headers().getOrDefault("content-type", "")).contains(fault.contentType());
    }
    assertThat(stage.simulator.messages()).hasSize(fault.taken());
  }

  @Test
  void messageThatIsSentAgainAfterADroppedAnswerHasBeenTakenOnce() throws Exception {
    // Given
    once(new Fault.DropAnswer());
    assertThatThrownBy(stage::send).isInstanceOf(IOException.class);

    // When
    Caller.Result again = stage.send();

    // Then
    assertThat(status(again)).isEqualTo(23);
    assertThat(stage.simulator.messages()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"E400, 400", "E401, 401", "E403, 403", "E404, 404", "E429, 429"})
  void refusalOfTheRequestBearsTheCode(String code, int status) throws Exception {
    // Given
    once(new Fault.Refuse(code));

    // When
    Caller.Result result = stage.send();

    // Then
    assertThat(result.status()).isEqualTo(status);
    assertThat(result.body().path("errorCode").asText()).isEqualTo(code);
    assertThat(stage.simulator.requests().getFirst().errorCode()).isEqualTo(code);
  }

  @Test
  void refusalOfTheRecipientBearsTheStatus() throws Exception {
    // Given
    once(new Fault.Refuse("21"));

    // When
    Caller.Result result = stage.send();

    // Then
    assertThat(result.status()).isEqualTo(200);
    assertThat(status(result)).isEqualTo(21);
    assertThat(stage.simulator.messages()).isEmpty();
  }

  @Test
  void reportIsTheOneOfTheProviderFile() throws Exception {
    // Given
    stage.put("\"utcOffset\":\"+01:00\"");
    once(new Fault.FailLater("9/27"));

    // When
    stage.send();

    // Then
    assertThat(stage.reported(1)).containsExactly(9);
    JsonNode report = stage.reports().getFirst();
    assertThat(report.path("messageId").asText()).isEqualTo("conv-91-m7");
    assertThat(report.path("sentAt").asText()).matches(".*T.*\\.[0-9]{3}\\+0100");
    assertThat(report.path("callbackData").asText()).isEqualTo("conv-91");
    assertThat(report.path("status").path("name").asText())
        .isEqualTo("UNDELIVERABLE_NOT_DELIVERED");
    assertThat(report.path("error").path("name").asText()).isEqualTo("EC_ABSENT_SUBSCRIBER");
    assertThat(report.path("error").path("permanent").asBoolean()).isFalse();
    assertThat(stage.receiver.requests().getFirst().path())
        .isEqualTo("/webhooks/infobip/ch_3/9fT2");
    await()
        .untilAsserted(
            () ->
                assertThat(stage.simulator.messages().getFirst().callbacks())
                    .extracting("status")
                    .containsExactly("UNDELIVERABLE_NOT_DELIVERED"));
  }

  @ParameterizedTest
  @CsvSource({
    "duplicateCallbacks, 7 7 2 2 5 5",
    "reorderCallbacks, 5 2 7",
    "earlyCallbacks, 7 2 5",
    "noCallbacks, ''",
  })
  void reportsAreSpoiltAsTold(String type, String ids) throws Exception {
    // Given
    stage.caller.json(
        "PUT", "/control/faults", "[{\"times\":1,\"action\":{\"type\":\"" + type + "\"}}]");

    // When
    stage.send(Fixture.message(Fixture.CUSTOMER, "m-1", "Hi", true));

    // Then
    List<String> expected = ids.isEmpty() ? List.of() : List.of(ids.split(" "));
    assertThat(stage.reported(expected.size())).map(String::valueOf).isEqualTo(expected);
  }

  @Test
  void reportsThatComeCloseTogetherShareAWebhook() throws Exception {
    // Given
    stage.put("\"reportWindowMs\":400,\"reportsPerRequest\":3");

    // When
    for (int i = 0; i < 4; i++) {
      stage.send(Fixture.message(Fixture.CUSTOMER, "m-" + i, "Hi", false));
    }

    // Then
    assertThat(stage.reported(4)).containsOnly(5);
    assertThat(stage.receiver.requests()).hasSize(2);
    assertThat(stage.simulator.messages())
        .allSatisfy(message -> assertThat(message.callbacks()).hasSizeLessThanOrEqualTo(1));
  }

  private void once(Fault fault) {
    stage.simulator.faults(FaultRule.times(1, FaultMatch.provider("infobip"), fault));
  }

  private static int status(Caller.Result result) {
    return result.body().path("messages").path(0).path("status").path("id").asInt();
  }
}
