package io.parley.simulator.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.simulator.testing.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptOutsAndNumbersTest {

  private static final String PAIR =
      "{\"from\":\"+18335550142\",\"recipients\":[{\"to\":\"+14255550177\"},{\"to\":\"555\"}]}";

  private final Fixture stage = new Fixture();

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void optOutCanBeAddedCheckedAndRemoved() throws Exception {
    // When
    JsonNode added = optOut("add").body().path("value");
    JsonNode checked = optOut("check").body().path("value");
    optOut("remove");
    JsonNode again = optOut("check").body().path("value");

    // Then
    assertThat(added.path(0).path("httpStatusCode").asInt()).isEqualTo(200);
    assertThat(added.path(0).has("isOptedOut")).isFalse();
    assertThat(added.path(1).path("httpStatusCode").asInt()).isEqualTo(400);
    assertThat(checked.path(0).path("isOptedOut").asBoolean()).isTrue();
    assertThat(again.path(0).path("isOptedOut").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"' stop ', 4007", "OPT OUT, 4007", "STOP IT, No error.", "START, No error."})
  void keywordsOfCustomersAreObeyed(String text, String details) throws Exception {
    // Given
    stage
        .simulator
        .azure()
        .receive(InboundOrder.text(Fixture.ACCOUNT, Fixture.CUSTOMER, Fixture.NUMBER, text));
    stage.subscribe(Schema.EVENT_GRID);

    // When
    Caller.Result result = stage.send();

    // Then
    assertThat(result.status()).isEqualTo(202);
    assertThat(stage.events(1).getFirst().path("data").path("deliveryStatusDetails").asText())
        .startsWith(details);
  }

  @ParameterizedTest
  @CsvSource({
    "/sms/optouts:check?api-version=2021-03-07, 400",
    "/sms/optouts:forget?api-version=2026-01-23, 404",
  })
  void onlyNewerVersionsAndKnownVerbsWork(String path, int status) throws Exception {
    // When
    Caller.Result result = stage.call("POST", path, PAIR);

    // Then
    assertThat(result.status()).isEqualTo(status);
  }

  @Test
  void senderOfSomebodyElseIsRefused() throws Exception {
    // When
    Caller.Result result =
        stage.call(
            "POST",
            "/sms/optouts:check?api-version=2026-01-23",
            PAIR.replace("+18335550142", "+18335550143"));

    // Then
    assertThat(result.status()).isEqualTo(401);
  }

  @Test
  void numbersAreListedWithoutShortCodesAndNames() throws Exception {
    // When
    JsonNode numbers =
        stage.call("GET", "/phoneNumbers?api-version=2025-06-01", "").body().path("phoneNumbers");

    // Then
    assertThat(numbers)
        .extracting(n -> n.path("phoneNumber").asText())
        .containsExactly(Fixture.NUMBER, "+447700900999");
    assertThat(numbers.path(0).path("capabilities").path("sms").asText())
        .isEqualTo("inbound+outbound");
    assertThat(numbers.path(0).path("phoneNumberType").asText()).isEqualTo("tollFree");
  }

  @Test
  void pagesFollowEachOther() throws Exception {
    // Given
    JsonNode first =
        stage.call("GET", "/phoneNumbers?skip=0&top=1&api-version=2022-12-01", "").body();
    String next = first.path("nextLink").asText().replaceFirst("^http://localhost:[0-9]+", "");

    // When
    JsonNode second = stage.call("GET", next, "").body();

    // Then
    assertThat(first.path("phoneNumbers")).hasSize(1);
    assertThat(second.path("phoneNumbers").path(0).path("phoneNumber").asText())
        .isEqualTo("+447700900999");
    assertThat(second.path("nextLink").isNull()).isTrue();
  }

  @Test
  void numbersOfAnotherKeyAreNotShown() throws Exception {
    // Given
    stage.put(AccountSettings.of("c29tZWJvZHkgZWxzZSdzIGtleQ=="));

    // When
    Caller.Result result = stage.call("GET", "/phoneNumbers?api-version=2025-06-01", "");

    // Then
    assertThat(result.status()).isEqualTo(401);
    assertThat(result.body().isNull()).isTrue();
  }

  private Caller.Result optOut(String verb) throws Exception {
    return stage.call("POST", "/sms/optouts:" + verb + "?api-version=2026-01-23", PAIR);
  }
}
