package io.parley.channels.secrets;

import io.parley.channels.OpenAccount;
import io.parley.events.configuration.Account;
import io.parley.events.configuration.ChannelAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Opens accounts as the configuration carries them. */
public final class AccountVault {

  private final SecretCipher cipher;

  public AccountVault(SecretCipher cipher) {
    this.cipher = cipher;
  }

  /**
   * The account with its secrets in clear.
   *
   * @param account as configured
   * @param addresses all channel addresses that are configured
   * @throws IllegalArgumentException if a secret does not open
   */
  public OpenAccount open(Account account, Collection<ChannelAddress> addresses) {
    Map<String, String> secrets = new HashMap<>();
    account
        .secrets()
        .forEach(
            (field, ciphertext) ->
                secrets.put(field, cipher.decrypt(account.id(), field, ciphertext)));
    return new OpenAccount(
        account.id(),
        account.channel(),
        account.settings(),
        secrets,
        addresses.stream().filter(address -> address.accountId().equals(account.id())).toList());
  }
}
