package io.parley.outbound.journey;

import io.parley.events.Channel;
import io.parley.events.DeliveryState;
import io.parley.events.FailureCause;
import io.parley.events.configuration.ChannelAddress.SenderType;
import io.parley.simulator.azure.AccountSettings;
import io.parley.simulator.azure.Schema;
import io.parley.simulator.azure.SenderSettings;
import io.parley.simulator.azure.SubscriptionSettings;
import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.delivery.Repetition;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Azure (providers/azure-communication-services.md): a repeatability id is taken once. */
@QuarkusTest
class AzureSendingTest extends SendingTable {

  @Override
  Business newBusiness() {
    String number = Business.number("+1833");
    String key = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Business.hex(48)));
    return Business.of(
        "azure",
        Channel.SMS,
        SenderType.TOLL_FREE,
        number,
        Map.of(),
        Map.of(
            "connectionString",
            "endpoint=https://desk-"
                + number.substring(1)
                + ".communication.azure.com/;accesskey="
                + key));
  }

  @Override
  void register(Business with) {
    String key = with.secret("connectionString").split(";accesskey=", 2)[1];
    simulator()
        .azure()
        .putAccount(
            accountAtProvider(with),
            AccountSettings.of(key, SenderSettings.tollFree(with.address().address())));
    simulator()
        .azure()
        .putSubscription(
            accountAtProvider(with),
            "desk",
            SubscriptionSettings.of(
                Endpoint.of(webhook(with)), Schema.CLOUD_EVENTS, Repetition.NONE));
  }

  @Override
  String simulated() {
    return "azure";
  }

  @Override
  String accountAtProvider(Business of) {
    return "desk-" + of.digits();
  }

  @Override
  Doubt doubt() {
    return Doubt.REPEATED;
  }

  @ParameterizedTest
  @CsvSource({
    "401, 0, CREDENTIALS",
    "403, 0, CREDENTIALS",
    "404, 0, CONFIGURATION",
    "400, 202, OTHER"
  })
  void refusalIsFinalAndSaysWhy(String code, int status, FailureCause cause) {
    assertRefused(code, status, cause);
  }

  @ParameterizedTest
  @CsvSource({
    "4007, REJECTED, OPTED_OUT",
    "4006, UNDELIVERED, RECIPIENT_UNREACHABLE",
    "4001, REJECTED, CONFIGURATION"
  })
  void reportedFailureSaysWhy(String code, DeliveryState state, FailureCause cause) {
    assertFailsLater(code, state, cause);
  }
}
