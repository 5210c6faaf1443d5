package io.parley.admin.hook;

import io.parley.events.configuration.Account;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Where accounts are found. */
interface HookAccounts {

  /** The account as services get it; fails with a problem if there is none. */
  Uni<Account> account(UUID id);
}
