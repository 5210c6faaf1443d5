package io.parley.admin.hook;

import io.parley.admin.account.AccountRow;
import io.parley.admin.account.Accounts;
import io.parley.events.configuration.Account;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Accounts as the configuration has them. */
@ApplicationScoped
class StoredHookAccounts implements HookAccounts {

  private final Accounts accounts;

  StoredHookAccounts(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Uni<Account> account(UUID id) {
    return Panache.withSession(
        () ->
            accounts
                .findById(id)
                .onItem()
                .ifNull()
                .failWith(
                    () ->
                        new ProblemException(
                            ProblemType.NOT_FOUND, "There is no ACCOUNT with this id for you."))
                .map(AccountRow::published));
  }
}
