package io.parley.admin.identity;

import io.parley.admin.access.SignInUser;
import io.parley.admin.access.SignInUsers;
import io.parley.admin.password.PasswordHash;
import io.parley.admin.user.UserAccounts;
import io.parley.admin.user.UserInput;
import io.parley.admin.user.UserRow;
import io.parley.admin.user.Users;
import io.parley.events.configuration.User.Role;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The users of the configuration, as signing in sees them. It reads with the plain client: a token
 * is checked before there is a session of Hibernate, and not always on an event loop.
 */
@ApplicationScoped
class StoredSignInUsers implements SignInUsers {

  private static final String SELECT =
      "select id, name, email, roles, enabled, password_hash from user_account";

  private final Pool pool;
  private final Users users;
  private final UserAccounts accounts;

  StoredSignInUsers(Pool pool, Users users, UserAccounts accounts) {
    this.pool = pool;
    this.users = users;
    this.accounts = accounts;
  }

  @Override
  public Uni<Optional<SignInUser>> byId(UUID id) {
    return all(" where id = $1", Tuple.of(id)).map(found -> found.stream().findFirst());
  }

  @Override
  public Uni<List<SignInUser>> byIds(Collection<UUID> ids) {
    return all(" where id = any($1)", Tuple.of(ids.toArray(UUID[]::new)));
  }

  @Override
  public Uni<Optional<SignInUser>> byEmail(String email) {
    return all(" where email = $1", Tuple.of(email.strip().toLowerCase(Locale.ROOT)))
        .map(found -> found.stream().findFirst());
  }

  @Override
  public Uni<Boolean> isAnybodyThere() {
    return pool.preparedQuery("select exists (select from user_account)")
        .execute()
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  @Override
  public Uni<Void> setPassword(UUID id, PasswordHash hash, Instant now) {
    return users
        .update("passwordHash = ?1, passwordSetAt = ?2 where id = ?3", hash.encoded(), now, id)
        .replaceWithVoid();
  }

  @Override
  public Uni<UUID> createAdministrator(
      String name, String email, String password, @Nullable String key) {
    return accounts
        .create(UserInput.administrator(name, email, password), null, key)
        .map(UserRow::id);
  }

  private Uni<List<SignInUser>> all(String condition, Tuple arguments) {
    return pool.preparedQuery(SELECT + condition).execute(arguments).map(StoredSignInUsers::users);
  }

  private static List<SignInUser> users(RowSet<Row> rows) {
    List<SignInUser> users = new ArrayList<>();
    for (Row row : rows) {
      users.add(
          new SignInUser(
              row.getUUID(0),
              row.getString(1),
              row.getString(2),
              Arrays.stream(row.getString(3).split(","))
                  .map(Role::valueOf)
                  .collect(Collectors.toSet()),
              row.getBoolean(4),
              Optional.ofNullable(row.getString(5)).map(PasswordHash::new)));
    }
    return users;
  }
}
