package io.parley.admin.account;

import io.parley.admin.configuration.Access;
import io.parley.admin.configuration.ObjectKind;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.RetiredAccount;
import jakarta.enterprise.context.ApplicationScoped;

/** Accounts that were deleted, kept for late calls (domain/channels-and-accounts.md §10). */
@ApplicationScoped
class RetiredAccountKind implements ObjectKind<RetiredAccount> {

  @Override
  public Kind kind() {
    return Kind.RETIRED_ACCOUNT;
  }

  @Override
  public Class<RetiredAccount> type() {
    return RetiredAccount.class;
  }

  @Override
  public String name(RetiredAccount definition) {
    return definition.name();
  }

  @Override
  public String key(RetiredAccount definition) {
    return definition.accountId().toString();
  }

  @Override
  public Access access() {
    return Access.ADMINISTRATORS_ONLY;
  }
}
