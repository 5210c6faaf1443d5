package io.parley.admin.account;

import io.parley.events.configuration.Account;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the last checks of accounts came to. */
@ApplicationScoped
public class LastChecks implements PanacheRepositoryBase<LastCheck, UUID> {

  /** The last checks of these accounts, by id, as far as they were of what is set now. */
  Uni<Map<UUID, CheckView>> of(List<Account> accounts) {
    return Panache.withSession(() -> list("accountId in ?1", ids(accounts)))
        .map(
            checks -> {
              Map<UUID, CheckView> views = new HashMap<>();
              for (LastCheck check : checks) {
                accounts.stream()
                    .filter(account -> account.id().equals(check.accountId()))
                    .filter(check::isOf)
                    .forEach(account -> views.put(account.id(), check.view()));
              }
              return views;
            });
  }

  /** Keeps a check, in the present session. */
  public Uni<Void> keep(LastCheck check) {
    return Panache.getSession().chain(session -> session.merge(check)).replaceWithVoid();
  }

  private static List<UUID> ids(List<Account> accounts) {
    return accounts.stream().map(Account::id).toList();
  }
}
