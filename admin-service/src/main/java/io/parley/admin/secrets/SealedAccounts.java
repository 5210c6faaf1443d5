package io.parley.admin.secrets;

import io.parley.events.Channel;
import io.parley.events.configuration.Account;
import io.parley.events.configuration.ConfigurationObject;
import io.parley.platform.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Accounts are what holds sealed values. */
@ApplicationScoped
class SealedAccounts implements SealedObjects {

  private static final String ACCOUNTS =
      "select id, name, provider, channel, account_key from account where id = any($1) order by id";
  private static final String FIELDS =
      "select name, value, secret from account_setting where account_id = $1";

  @Override
  public List<ConfigurationObject> published(Transaction transaction, Set<UUID> ids) {
    List<ConfigurationObject> accounts = new ArrayList<>();
    transaction
        .query(ACCOUNTS, row -> row, (Object) ids.toArray(UUID[]::new))
        .forEach(
            row -> {
              Map<String, String> settings = new HashMap<>();
              Map<String, String> secrets = new HashMap<>();
              transaction.query(
                  FIELDS,
                  field ->
                      (field.getBoolean("secret") ? secrets : settings)
                          .put(field.getString("name"), field.getString("value")),
                  row.getUUID("id"));
              accounts.add(
                  new Account(
                      row.getUUID("id"),
                      row.getString("name"),
                      row.getString("provider"),
                      Channel.valueOf(row.getString("channel")),
                      row.getString("account_key"),
                      settings,
                      secrets));
            });
    return accounts;
  }
}
