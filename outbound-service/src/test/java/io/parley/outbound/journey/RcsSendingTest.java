package io.parley.outbound.journey;

import io.parley.events.Channel;
import io.parley.events.FailureCause;
import io.parley.events.configuration.ChannelAddress.SenderType;
import io.parley.simulator.delivery.Endpoint;
import io.parley.simulator.google.RcsSettings;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RCS for Business: an id that is known already is ignored. */
@QuarkusTest
class RcsSendingTest extends SendingTable {

  @Override
  Channel channel() {
    return Channel.RCS;
  }

  @Override
  Business newBusiness() {
    String id = Business.hex(4);
    return Business.of(
        "google",
        channel(),
        SenderType.BUSINESS_AGENT,
        "agent-" + id,
        Map.of(),
        Map.of(
            "clientToken", Business.hex(8),
            "serviceAccountKey", GoogleKey.file(id + "@harbor.example")));
  }

  @Override
  void register(Business with) {
    String agent = accountAtProvider(with);
    simulator()
        .rcs()
        .putAccount(
            agent,
            new RcsSettings(
                with.secret("clientToken"),
                null,
                GoogleKey.atGoogle(agent.replace("agent-", "") + "@harbor.example"),
                agent,
                Endpoint.of(webhook(with)),
                null,
                null,
                List.of(),
                null,
                null,
                false,
                null,
                0,
                true));
  }

  @Override
  String simulated() {
    return "rcs";
  }

  @Override
  String accountAtProvider(Business of) {
    return of.address().address();
  }

  @Override
  Doubt doubt() {
    return Doubt.REPEATED;
  }

  @ParameterizedTest
  @CsvSource({"PERMISSION_DENIED, 0, CONFIGURATION", "INVALID_ARGUMENT, 0, CONTENT_INVALID"})
  void refusalIsFinalAndSaysWhy(String code, int status, FailureCause cause) {
    assertRefused(code, status, cause);
  }
}
