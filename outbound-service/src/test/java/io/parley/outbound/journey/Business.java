package io.parley.outbound.journey;

import io.parley.channels.OpenAccount;
import io.parley.events.Channel;
import io.parley.events.configuration.Account;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import io.parley.testing.ConfigurationTopic;
import io.parley.testing.TestSecrets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * One business with one account and one number.
 *
 * @param authToken the account's secret, in clear
 */
record Business(Account account, ChannelAddress address, String authToken) {

  private static final Random RANDOM = new Random();

  static Business on(Channel channel) {
    UUID accountId = UUID.randomUUID();
    String token = hex(16);
    Account account =
        new Account(
            accountId,
            "Test",
            "twilio",
            channel,
            "key-" + hex(16),
            Map.of("accountSid", "AC" + hex(16)),
            Map.of("authToken", TestSecrets.cipher().encrypt(accountId, "authToken", token)));
    ChannelAddress address =
        new ChannelAddress(
            UUID.randomUUID(),
            accountId,
            channel,
            "+1206555" + (1000 + RANDOM.nextInt(9000)),
            "Test",
            channel == Channel.SMS ? SenderType.LONG_CODE : SenderType.WHATSAPP_NUMBER);
    return new Business(account, address, token);
  }

  void publish() {
    ConfigurationTopic.publish(account, address);
  }

  String accountSid() {
    return account.settings().get("accountSid") + "";
  }

  OpenAccount open() {
    return new OpenAccount(
        account.id(),
        account.channel(),
        account.settings(),
        Map.of("authToken", authToken),
        List.of(address));
  }

  static String hex(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
