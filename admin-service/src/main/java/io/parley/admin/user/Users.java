package io.parley.admin.user;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.admin.configuration.Configuration;
import io.parley.admin.configuration.ConfigurationObjects;
import io.parley.admin.configuration.ConfigurationStore;
import io.parley.admin.configuration.Entry;
import io.parley.admin.configuration.Sealed;
import io.parley.admin.password.PasswordHash;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.User;
import io.parley.events.configuration.User.Role;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Users, for those who have to know who somebody is. */
@ApplicationScoped
public class Users {

  private static final String PASSWORD = "password";

  private final ConfigurationStore store;
  private final ConfigurationObjects objects;
  private final UserKind kind;

  Users(ConfigurationStore store, ConfigurationObjects objects, UserKind kind) {
    this.store = store;
    this.objects = objects;
    this.kind = kind;
  }

  /**
   * A user, and what a password is checked against.
   *
   * @param password absent for a user without one
   */
  public record Known(User user, Optional<PasswordHash> password) {}

  /** The user who signs in with this e-mail address. */
  public Uni<Optional<Known>> withEmail(String email) {
    return store
        .current()
        .map(all -> all.withKey(Kind.USER, email).flatMap(kind::cast).map(Users::known));
  }

  /** The user with this id. */
  public Uni<Optional<Known>> withId(UUID id) {
    return store.current().map(all -> all.find(id).flatMap(kind::cast).map(Users::known));
  }

  /** How many there are. */
  public Uni<Integer> count() {
    return store.current().map((Configuration all) -> all.all(Kind.USER).size());
  }

  /**
   * Creates an administrator on the service's own account.
   *
   * @param idempotencyKey the same for all instances, so that those that start at once create one
   */
  public Uni<User> createAdministrator(
      String name, String email, String password, String idempotencyKey) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("name", name).put("email", email).put(PASSWORD, password);
    body.putArray("roles").add(Role.ADMINISTRATOR.name());
    return objects.create(kind, body, (UUID) null, idempotencyKey).map(Entry::definition);
  }

  private static Known known(Entry<User> entry) {
    return new Known(
        entry.definition(),
        Optional.ofNullable(entry.sealed().get(PASSWORD))
            .map(Sealed::ciphertext)
            .map(PasswordHash::new));
  }
}
