package io.parley.outbound.journey;

import io.parley.channels.OpenAccount;
import io.parley.events.Channel;
import io.parley.events.configuration.Account;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import io.parley.testing.ConfigurationTopic;
import io.parley.testing.TestSecrets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * One business with one account and one address.
 *
 * @param secrets of the account, in clear
 */
record Business(Account account, ChannelAddress address, Map<String, String> secrets) {

  private static final Random RANDOM = new Random();

  /** A customer of Twilio. */
  static Business on(Channel channel) {
    return of(
        "twilio",
        channel,
        channel == Channel.SMS ? SenderType.LONG_CODE : SenderType.WHATSAPP_NUMBER,
        number("+1206"),
        Map.of("accountSid", "AC" + hex(16)),
        Map.of("authToken", hex(16)));
  }

  /** A customer of any provider, with an SMS number in the United States. */
  static Business sms(String provider, Map<String, String> settings, Map<String, String> secrets) {
    return of(provider, Channel.SMS, SenderType.LONG_CODE, number("+1206"), settings, secrets);
  }

  static Business of(
      String provider,
      Channel channel,
      SenderType type,
      String address,
      Map<String, String> settings,
      Map<String, String> secrets) {
    UUID accountId = UUID.randomUUID();
    Map<String, String> encrypted = new HashMap<>();
    secrets.forEach(
        (name, secret) ->
            encrypted.put(name, TestSecrets.cipher().encrypt(accountId, name, secret)));
    return new Business(
        new Account(accountId, "Test", provider, channel, "key-" + hex(16), settings, encrypted),
        new ChannelAddress(UUID.randomUUID(), accountId, channel, address, "Test", type),
        secrets);
  }

  /** Some number in an area. */
  static String number(String area) {
    return area + "5" + (20 + RANDOM.nextInt(80)) + (1000 + RANDOM.nextInt(9000));
  }

  void publish() {
    ConfigurationTopic.publish(account, address);
  }

  String setting(String name) {
    return account.settings().get(name) + "";
  }

  String secret(String name) {
    return secrets.get(name) + "";
  }

  String accountSid() {
    return setting("accountSid");
  }

  String authToken() {
    return secret("authToken");
  }

  /** The address without the plus sign. */
  String digits() {
    return address.address().replace("+", "");
  }

  OpenAccount open() {
    return new OpenAccount(
        account.id(), account.channel(), account.settings(), secrets, List.of(address));
  }

  static String hex(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
