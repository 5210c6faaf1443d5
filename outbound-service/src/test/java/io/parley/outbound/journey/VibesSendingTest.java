package io.parley.outbound.journey;

import io.parley.events.Channel;
import io.parley.events.DeliveryState;
import io.parley.events.FailureCause;
import io.parley.events.configuration.ChannelAddress.SenderType;
import io.parley.simulator.vibes.VibesSettings;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vibes (providers/vibes.md): nothing prevents a second message. */
@QuarkusTest
class VibesSendingTest extends SendingTable {

  private static final Random RANDOM = new Random();

  @Override
  Business newBusiness() {
    return Business.of(
        "vibes",
        Channel.SMS,
        SenderType.SHORT_CODE,
        Integer.toString(10_000 + RANDOM.nextInt(90_000)),
        Map.of("username", "ops-" + Business.hex(4)),
        Map.of("password", Business.hex(12)));
  }

  @Override
  void register(Business with) {
    simulator()
        .vibes()
        .putAccount(
            accountAtProvider(with),
            new VibesSettings(
                with.setting("username"),
                with.secret("password"),
                List.of(with.address().address()),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                false,
                false,
                null,
                null));
  }

  /** Unless the account says otherwise, a 503 means that nothing was taken. */
  @Override
  DeliveryState afterUnavailability() {
    return DeliveryState.DELIVERED;
  }

  @Override
  String simulated() {
    return "vibes";
  }

  @Override
  String accountAtProvider(Business of) {
    return of.setting("username");
  }

  @Override
  Doubt doubt() {
    return Doubt.LEFT_OPEN;
  }

  @ParameterizedTest
  @CsvSource({
    "0, 401, CREDENTIALS",
    "0, 404, CONFIGURATION",
    "100, 0, PROVIDER_FAILURE",
    "999, 0, OTHER"
  })
  void refusalIsFinalAndSaysWhy(String code, int status, FailureCause cause) {
    assertRefused(code, status, cause);
  }

  @ParameterizedTest
  @CsvSource({
    "9, REJECTED, BLOCKED",
    "7, REJECTED, CONTENT_REFUSED",
    "Carrier/100, FAILED, PROVIDER_FAILURE"
  })
  void reportedFailureSaysWhy(String code, DeliveryState state, FailureCause cause) {
    assertFailsLater(code, state, cause);
  }
}
