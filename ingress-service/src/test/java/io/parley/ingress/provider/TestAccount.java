package io.parley.ingress.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.events.Channel;
import io.parley.events.configuration.Account;
import io.parley.events.configuration.ChannelAddress;
import io.parley.events.configuration.ChannelAddress.SenderType;
import io.parley.events.configuration.ConfigurationObject;
import io.parley.testing.TestSecrets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An account of a table of calls.
 *
 * @param key its key, and its name in the table
 * @param addresses ours, in canonical form
 */
record TestAccount(
    String provider,
    Channel channel,
    String key,
    Map<String, String> settings,
    Map<String, String> secrets,
    List<String> addresses) {

  static TestAccount sms(
      String provider,
      String key,
      Map<String, String> settings,
      Map<String, String> secrets,
      String... addresses) {
    return new TestAccount(provider, Channel.SMS, key, settings, secrets, List.of(addresses));
  }

  UUID id() {
    return UUID.nameUUIDFromBytes((provider + "/" + key).getBytes(UTF_8));
  }

  UUID addressId(String address) {
    return UUID.nameUUIDFromBytes((provider + "/" + key + "/" + address).getBytes(UTF_8));
  }

  /** Where the provider calls. */
  String path() {
    return "/webhooks/" + provider + "/" + key;
  }

  /** Where it reports. */
  String status() {
    return path() + "/status";
  }

  /** The addresses first, so that an account that is found has all of them. */
  Stream<ConfigurationObject> configuration() {
    Map<String, String> encrypted = new HashMap<>();
    secrets.forEach(
        (field, secret) -> encrypted.put(field, TestSecrets.cipher().encrypt(id(), field, secret)));
    return Stream.concat(
        addresses.stream()
            .map(
                address ->
                    new ChannelAddress(
                        addressId(address), id(), channel, address, address, type(address))),
        Stream.of(new Account(id(), key, provider, channel, key, settings, encrypted)));
  }

  private SenderType type(String address) {
    return switch (channel) {
      case GOOGLE_BUSINESS_MESSAGES, RCS -> SenderType.BUSINESS_AGENT;
      case CUSTOM -> SenderType.CUSTOM;
      case WHATSAPP -> SenderType.WHATSAPP_NUMBER;
      case SMS -> address.startsWith("+") ? SenderType.LONG_CODE : SenderType.SHORT_CODE;
    };
  }
}
