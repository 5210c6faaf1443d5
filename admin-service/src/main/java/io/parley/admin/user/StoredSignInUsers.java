package io.parley.admin.user;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.admin.access.SignInUser;
import io.parley.admin.access.SignInUsers;
import io.parley.admin.configuration.ConfigurationObjects;
import io.parley.admin.configuration.Entry;
import io.parley.admin.password.PasswordHash;
import io.parley.events.configuration.User;
import io.parley.events.configuration.User.Role;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

  private static final String PASSWORD = "password";
  private static final String SELECT =
      "select o.id, o.body, p.ciphertext from configuration_object o"
          + " left join sealed_field p on p.object_id = o.id and p.name = 'password'"
          + " where o.kind = 'USER' and ";

  private final Pool pool;
  private final ConfigurationObjects objects;
  private final UserKind kind;

  StoredSignInUsers(Pool pool, ConfigurationObjects objects, UserKind kind) {
    this.pool = pool;
    this.objects = objects;
    this.kind = kind;
  }

  @Override
  public Uni<Optional<SignInUser>> byId(UUID id) {
    return all("o.id = $1", Tuple.of(id)).map(found -> found.stream().findFirst());
  }

  @Override
  public Uni<List<SignInUser>> byIds(Collection<UUID> ids) {
    return all("o.id = any($1)", Tuple.of(ids.toArray(UUID[]::new)));
  }

  @Override
  public Uni<Optional<SignInUser>> byEmail(String email) {
    return all("o.key = $1", Tuple.of(User.canonical(email)))
        .map(found -> found.stream().findFirst());
  }

  @Override
  public Uni<Boolean> isAnybodyThere() {
    return pool.preparedQuery(
            "select exists (select from configuration_object where kind = 'USER')")
        .execute()
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  @Override
  public Uni<Void> setPassword(UUID id, PasswordHash hash) {
    return objects.setSecret(kind, id, PASSWORD, hash.encoded(), id).replaceWithVoid();
  }

  @Override
  public Uni<UUID> createAdministrator(
      String name, String email, String password, @Nullable String key) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("name", name).put("email", email).put(PASSWORD, password);
    body.putArray("roles").add(Role.ADMINISTRATOR.name());
    return objects.create(kind, body, (UUID) null, key).map(Entry::id);
  }

  private Uni<List<SignInUser>> all(String condition, Tuple arguments) {
    return pool.preparedQuery(SELECT + condition).execute(arguments).map(StoredSignInUsers::users);
  }

  private static List<SignInUser> users(RowSet<Row> rows) {
    List<SignInUser> users = new ArrayList<>();
    for (Row row : rows) {
      JsonObject body = new JsonObject(row.getString(1));
      users.add(
          new SignInUser(
              row.getUUID(0),
              body.getString("name"),
              body.getString("email"),
              body.getJsonArray("roles").stream()
                  .map(role -> Role.valueOf((String) role))
                  .collect(Collectors.toSet()),
              body.getBoolean("enabled"),
              Optional.ofNullable(row.getString(2)).map(PasswordHash::new)));
    }
    return users;
  }
}
