package io.parley.outbound.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.events.DeliveryState;
import io.parley.events.FailureCause;
import io.parley.simulator.faults.ErrorCode;
import io.parley.simulator.faults.Fault;
import io.parley.simulator.infobip.AccountSettings;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Infobip (providers/infobip.md): our message id is refused a second time, with status 23. */
@QuarkusTest
class InfobipSendingTest extends SendingTable {

  @Override
  Business newBusiness() {
    return Business.sms(
        "infobip",
        Map.of("baseUrl", Business.hex(4) + ".api.infobip.com"),
        Map.of("apiKey", Business.hex(16) + "-" + UUID.randomUUID()));
  }

  @Override
  void register(Business with) {
    simulator()
        .infobip()
        .putAccount(
            accountAtProvider(with), AccountSettings.of(with.secret("apiKey"), with.digits()));
  }

  @Override
  String simulated() {
    return "infobip";
  }

  @Override
  String accountAtProvider(Business of) {
    return of.setting("baseUrl").split("\\.", 2)[0];
  }

  @Override
  Doubt doubt() {
    return Doubt.REPEATED;
  }

  @ParameterizedTest
  @CsvSource({
    "E401, 0, CREDENTIALS",
    "E403, 0, CREDENTIALS",
    "14, 0, OPTED_OUT",
    "12, 0, CREDENTIALS",
    "25, 0, CONTENT_INVALID"
  })
  void refusalIsFinalAndSaysWhy(String code, int status, FailureCause cause) {
    assertRefused(code, status, cause);
  }

  @ParameterizedTest
  @CsvSource({"9/27, UNDELIVERED, RECIPIENT_UNREACHABLE", "9/1, UNDELIVERED, RECIPIENT_INVALID"})
  void reportedFailureSaysWhy(String code, DeliveryState state, FailureCause cause) {
    assertFailsLater(code, state, cause);
  }

  @Test
  void repetitionThatIsRefusedRejectsTheMessage() {
    // Given
    strike(
        new Fault.ServerError(503, Fault.When.BEFORE, Fault.ErrorBody.JSON),
        new Fault.Refuse(new ErrorCode("25"), 0, null));

    // When
    UUID message = reply("refused at the second call");
    awaitState(message, DeliveryState.REJECTED);

    // Then
    assertThat(reason(message).cause()).isEqualTo(FailureCause.CONTENT_INVALID);
    assertThat(taken()).isEmpty();
  }
}
