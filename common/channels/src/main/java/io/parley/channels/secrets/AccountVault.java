package io.parley.channels.secrets;

import io.parley.channels.OpenAccount;
import io.parley.events.configuration.Account;
import io.parley.events.configuration.ChannelAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Opens accounts as the configuration carries them. */
public final class AccountVault {

  private static final System.Logger LOG = System.getLogger(AccountVault.class.getName());

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
        addresses.stream().filter(address -> address.accountId().equals(account.id())).toList(),
        earlier(account));
  }

  /**
   * An earlier value that does not open is left out: the account works without it, and its webhooks
   * must not stop for a value that is on its way out.
   */
  private Map<String, OpenAccount.Earlier> earlier(Account account) {
    Map<String, OpenAccount.Earlier> earlier = new HashMap<>();
    account
        .previousSecrets()
        .forEach(
            (field, previous) -> {
              try {
                earlier.put(
                    field,
                    new OpenAccount.Earlier(
                        cipher.decrypt(account.id(), field, previous.ciphertext()),
                        previous.validUntil()));
              } catch (IllegalArgumentException e) {
                LOG.log(
                    System.Logger.Level.WARNING,
                    "Earlier value of a secret does not open. accountId={0} field={1}",
                    account.id(),
                    field);
              }
            });
    return earlier;
  }
}
