package io.parley.admin.identity;

import io.parley.admin.access.SignInUser;
import io.parley.admin.password.PasswordHash;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Which users have a password that is good for nothing but setting another one. */
@ApplicationScoped
class OneTimePasswords {

  private static final String MARK =
      "insert into password_to_change (user_id, password_stamp) values ($1, $2)"
          + " on conflict (user_id) do update set password_stamp = excluded.password_stamp";
  private static final String FIND =
      "select from password_to_change where user_id = $1 and password_stamp = $2";
  private static final String CLEAR = "delete from password_to_change where user_id = $1";

  private final Pool pool;

  OneTimePasswords(Pool pool) {
    this.pool = pool;
  }

  Uni<Void> mark(UUID user, PasswordHash hash) {
    return pool.preparedQuery(MARK).execute(Tuple.of(user, hash.stamp())).replaceWithVoid();
  }

  /** Whether the password that the user has now is such a one. */
  Uni<Boolean> has(SignInUser user) {
    return user.passwordHash()
        .map(
            hash ->
                pool.preparedQuery(FIND)
                    .execute(Tuple.of(user.id(), hash.stamp()))
                    .map(rows -> rows.rowCount() > 0))
        .orElseGet(() -> Uni.createFrom().item(false));
  }

  Uni<Void> clear(UUID user) {
    return pool.preparedQuery(CLEAR).execute(Tuple.of(user)).replaceWithVoid();
  }
}
