package io.parley.outbound.journey;

import io.parley.events.DeliveryState;
import io.parley.events.FailureCause;
import io.parley.simulator.link.Destination;
import io.parley.simulator.link.Gate;
import io.parley.simulator.link.LinkSettings;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The Common API of LINK Mobility (providers/link-mobility.md): nothing prevents a second message.
 */
@QuarkusTest
class LinkSendingTest extends SendingTable {

  @Override
  Business newBusiness() {
    return Business.sms(
        "link-mobility",
        Map.of(
            "variant",
            "COMMON",
            "baseUrl",
            "https://wsx.sp247.net",
            "username",
            "user-" + Business.hex(4),
            "platformId",
            "COMMON_API",
            "platformPartnerId",
            Business.hex(4),
            "gateId",
            "gate-" + Business.hex(4)),
        Map.of("password", Business.hex(12)));
  }

  @Override
  void register(Business with) {
    Destination reports = new Destination(webhook(with) + "/status", null, null, null, Map.of());
    simulator()
        .link()
        .putAccount(
            accountAtProvider(with),
            new LinkSettings(
                with.setting("username"),
                with.secret("password"),
                null,
                null,
                0,
                with.setting("platformId"),
                with.setting("platformPartnerId"),
                List.of(with.address().address()),
                List.of(
                    new Gate(
                        with.setting("gateId"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        0,
                        true,
                        null,
                        List.of(reports),
                        Map.of())),
                null,
                null,
                null,
                false,
                null,
                null));
  }

  /** The Common API has no characters beyond the basic plane. */
  @Override
  boolean carries(String text) {
    return text.codePoints().allMatch(Character::isBmpCodePoint);
  }

  @Override
  DeliveryState afterUnavailability() {
    return DeliveryState.DELIVERED;
  }

  @Override
  String simulated() {
    return "link";
  }

  @Override
  String accountAtProvider(Business of) {
    return of.setting("platformPartnerId");
  }

  @Override
  Doubt doubt() {
    return Doubt.LEFT_OPEN;
  }

  @ParameterizedTest
  @CsvSource({
    "106100, 0, CREDENTIALS",
    "106101, 0, CREDENTIALS",
    "106200, 0, CONFIGURATION",
    "106301, 0, CONFIGURATION"
  })
  void refusalIsFinalAndSaysWhy(String code, int status, FailureCause cause) {
    assertRefused(code, status, cause);
  }

  @ParameterizedTest
  @CsvSource({
    "1006, UNDELIVERED, RECIPIENT_UNREACHABLE",
    "1002, UNDELIVERED, RECIPIENT_UNREACHABLE"
  })
  void reportedFailureSaysWhy(String code, DeliveryState state, FailureCause cause) {
    assertFailsLater(code, state, cause);
  }
}
