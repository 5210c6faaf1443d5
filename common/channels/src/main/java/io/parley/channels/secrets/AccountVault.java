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
  private final SecretReferences references;

  /** A vault that follows references from where it runs. */
  public AccountVault(SecretCipher cipher, SecretReferences references) {
    this.cipher = cipher;
    this.references = references;
  }

  /**
   * The account with its secrets in clear, those that are references looked up now.
   *
   * @param account as configured
   * @param addresses all channel addresses that are configured
   * @throws UnresolvedSecretException if a reference leads to nothing
   * @throws IllegalArgumentException if a secret does not open
   */
  public OpenAccount open(Account account, Collection<ChannelAddress> addresses) {
    Map<String, String> secrets = new HashMap<>();
    account
        .secrets()
        .forEach(
            (field, ciphertext) ->
                secrets.put(
                    field,
                    secret(account, field, cipher.decrypt(account.id(), field, ciphertext))));
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
                        secret(
                            account,
                            field,
                            cipher.decrypt(account.id(), field, previous.ciphertext())),
                        previous.validUntil()));
              } catch (IllegalArgumentException e) {
                LOG.log(
                    System.Logger.Level.DEBUG,
                    "Earlier value of a secret does not open. accountId={0} field={1}",
                    account.id(),
                    field);
              }
            });
    return earlier;
  }

  /**
   * Whether opening the account again may come to something else although its configuration is the
   * same: it does not open, or it holds references.
   */
  public boolean mayChange(Account account) {
    try {
      return account.secrets().entrySet().stream()
              .anyMatch(secret -> isReference(account, secret.getKey(), secret.getValue()))
          || account.previousSecrets().entrySet().stream()
              .anyMatch(
                  secret -> isReference(account, secret.getKey(), secret.getValue().ciphertext()));
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private boolean isReference(Account account, String field, String ciphertext) {
    return SecretReferences.isReference(cipher.decrypt(account.id(), field, ciphertext));
  }

  private String secret(Account account, String field, String stored) {
    return switch (references.resolve(stored)) {
      case SecretReferences.Resolution.Resolved resolved -> resolved.secret();
      case SecretReferences.Resolution.Unresolved unresolved ->
          throw new UnresolvedSecretException(account.id(), field, unresolved.reason());
    };
  }
}
