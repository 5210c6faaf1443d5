package io.parley.admin.account;

import io.parley.admin.configuration.ConfiguredObjects;
import io.parley.admin.configuration.Entry;
import io.parley.events.configuration.Account;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Accounts as every service gets them. */
@ApplicationScoped
public class Accounts {

  private final AccountKind kind;

  Accounts(AccountKind kind) {
    this.kind = kind;
  }

  /** The account with this id. */
  public Optional<Account> find(ConfiguredObjects objects, UUID id) {
    return objects.find(id).flatMap(kind::cast).map(AccountKind::account);
  }

  /** The account of an entry, if it is one. */
  public Optional<Account> of(Entry<?> entry) {
    return kind.cast(entry).map(AccountKind::account);
  }
}
