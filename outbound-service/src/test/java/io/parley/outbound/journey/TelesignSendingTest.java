package io.parley.outbound.journey;

import io.parley.events.DeliveryState;
import io.parley.events.FailureCause;
import io.parley.simulator.telesign.AccountSettings;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TeleSign (providers/telesign.md): no id of ours prevents a second message. */
@QuarkusTest
class TelesignSendingTest extends SendingTable {

  @Override
  Business newBusiness() {
    return Business.sms(
        "telesign",
        Map.of("customerId", UUID.randomUUID().toString().toUpperCase(Locale.ROOT)),
        Map.of(
            "apiKey",
            Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Business.hex(64)))));
  }

  @Override
  void register(Business with) {
    simulator()
        .telesign()
        .putAccount(
            with.setting("customerId"), AccountSettings.of(with.secret("apiKey"), with.digits()));
  }

  @Override
  String simulated() {
    return "telesign";
  }

  @Override
  String accountAtProvider(Business of) {
    return of.setting("customerId");
  }

  @Override
  Doubt doubt() {
    return Doubt.LEFT_OPEN;
  }

  @ParameterizedTest
  @CsvSource({
    "10022, 0, CREDENTIALS",
    "10010, 0, CREDENTIALS",
    "10031, 0, CONFIGURATION",
    "10033, 0, CONFIGURATION",
    "231, 0, CONTENT_INVALID"
  })
  void refusalIsFinalAndSaysWhy(String code, int status, FailureCause cause) {
    assertRefused(code, status, cause);
  }

  @ParameterizedTest
  @CsvSource({
    "207, UNDELIVERED, OTHER",
    "210, UNDELIVERED, RECIPIENT_UNREACHABLE",
    "229, REJECTED, CONFIGURATION"
  })
  void reportedFailureSaysWhy(String code, DeliveryState state, FailureCause cause) {
    assertFailsLater(code, state, cause);
  }
}
