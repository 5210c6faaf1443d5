package io.parley.admin.hook;

import io.parley.admin.account.Accounts;
import io.parley.admin.configuration.ConfigurationStore;
import io.parley.events.configuration.Account;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Accounts as the configuration has them. */
@ApplicationScoped
class StoredHookAccounts implements HookAccounts {

  private final Accounts accounts;
  private final ConfigurationStore store;

  StoredHookAccounts(Accounts accounts, ConfigurationStore store) {
    this.accounts = accounts;
    this.store = store;
  }

  @Override
  public Uni<Account> account(UUID id) {
    return store
        .current()
        .map(
            configuration ->
                accounts
                    .find(configuration, id)
                    .orElseThrow(
                        () ->
                            new ProblemException(
                                ProblemType.NOT_FOUND,
                                "There is no ACCOUNT with this id for you.")));
  }
}
