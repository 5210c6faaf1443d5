package io.parley.outbound.journey;

import io.parley.events.Channel;
import io.parley.events.CustomerAddress;
import io.parley.events.DeliveryState;
import io.parley.events.FailureCause;
import io.parley.events.configuration.ChannelAddress.SenderType;
import io.parley.simulator.contract.ContractSettings;
import io.parley.simulator.delivery.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A service that speaks the neutral contract (channels-and-accounts.md §6.2): repeated ids are
 * taken once.
 */
@QuarkusTest
class ContractSendingTest extends SendingTable {

  @Override
  Channel channel() {
    return Channel.CUSTOM;
  }

  @Override
  Business newBusiness() {
    String id = Business.hex(6);
    return Business.of(
        "custom",
        Channel.CUSTOM,
        SenderType.CUSTOM,
        "desk-" + id,
        Map.of(
            "form",
            "contract",
            "endpoint",
            "https://chat.example.org/custom/contract/" + id,
            "channelDefinitionId",
            "definition-" + id,
            "contractAuthentication",
            "token"),
        Map.of("sharedSecret", Business.hex(16)));
  }

  @Override
  void register(Business with) {
    String authorization = "Bearer " + with.secret("sharedSecret");
    simulator()
        .contract()
        .putAccount(
            accountAtProvider(with),
            new ContractSettings(
                with.setting("channelDefinitionId"),
                "organization",
                List.of(with.address().address()),
                List.of(),
                authorization,
                null,
                Endpoint.of(webhook(with)),
                null,
                Map.of("Authorization", authorization),
                false,
                0,
                0));
  }

  @Override
  CustomerAddress to() {
    return new CustomerAddress(CustomerAddress.Kind.BUSINESS_SCOPED_ID, customer);
  }

  @Override
  String simulated() {
    return "contract";
  }

  @Override
  String accountAtProvider(Business of) {
    return of.address().address().substring("desk-".length());
  }

  @Override
  Doubt doubt() {
    return Doubt.REPEATED;
  }

  @ParameterizedTest
  @CsvSource({"no-such-visitor, UNDELIVERED, OTHER"})
  void reportedFailureSaysWhy(String code, DeliveryState state, FailureCause cause) {
    assertFailsLater(code, state, cause);
  }
}
