package io.parley.admin.user;

import io.parley.admin.configuration.Dependant;
import io.parley.admin.configuration.InUseException;
import io.parley.admin.configuration.ObjectRules;
import io.parley.admin.configuration.References;
import io.parley.admin.configuration.UniqueValues;
import io.parley.admin.password.PasswordHash;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.ConfigurationObject;
import io.parley.events.configuration.User;
import io.parley.events.configuration.User.Role;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rules of users (domain/channels-and-accounts.md §9). One object serves one request and brings
 * the hash of the new password along, which takes too long to be worked out while other changes
 * wait.
 */
final class UserRules implements ObjectRules<UserInput, UserRow> {

  private final Users users;
  private final References references;
  private final Optional<PasswordHash> newPassword;

  UserRules(Users users, References references, Optional<PasswordHash> newPassword) {
    this.users = users;
    this.references = references;
    this.newPassword = newPassword;
  }

  @Override
  public ConfigurationObject.Kind kind() {
    return ConfigurationObject.Kind.USER;
  }

  @Override
  public Users repository() {
    return users;
  }

  @Override
  public String entityName() {
    return "UserRow";
  }

  @Override
  public UserRow emptyRow() {
    return new UserRow();
  }

  @Override
  public Uni<Void> check(UserInput input, UUID id, @Nullable UserRow present, Findings findings) {
    if (present == null) {
      if (newPassword.isEmpty()) {
        findings.add("/password", "is required");
      }
      return Uni.createFrom().voidItem();
    }
    return requireNotInQueues(input, present).chain(() -> requireAdministrator(input, present));
  }

  @Override
  public Uni<Void> checkUnique(UserInput input, UUID id) {
    return UniqueValues.check(users.count("email = ?1 and id != ?2", input.email(), id), "/email");
  }

  @Override
  public void apply(UserInput input, UserRow row, Instant now) {
    row.set(input);
    newPassword.ifPresent(hash -> row.setPassword(hash, now));
  }

  @Override
  public Object described(UserRow row) {
    return UserView.full(row);
  }

  @Override
  public ConfigurationObject published(UserRow row) {
    return new User(row.id(), row.name(), row.email(), row.roles(), row.capacity(), row.enabled());
  }

  @Override
  public Uni<List<Dependant>> dependants(UUID id) {
    return references.find(
        ConfigurationObject.Kind.QUEUE,
        "from QueueRow o where ?1 member of o.members order by o.name",
        id);
  }

  @Override
  public Uni<Void> checkDeletion(UserRow row) {
    return row.isActiveAdministrator() ? requireAnotherAdministrator(row) : done();
  }

  /** The members of a queue are agents. */
  private Uni<Void> requireNotInQueues(UserInput input, UserRow present) {
    if (input.roles().contains(Role.AGENT) || !present.roles().contains(Role.AGENT)) {
      return done();
    }
    return dependants(present.id())
        .invoke(
            queues -> {
              if (!queues.isEmpty()) {
                throw new InUseException(queues);
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> requireAdministrator(UserInput input, UserRow present) {
    boolean stays = input.enabled() && input.roles().contains(Role.ADMINISTRATOR);
    return stays || !present.isActiveAdministrator()
        ? done()
        : requireAnotherAdministrator(present);
  }

  private Uni<Void> requireAnotherAdministrator(UserRow row) {
    return users
        .hasAnotherAdministrator(row.id())
        .invoke(
            exists -> {
              if (!exists) {
                throw new ProblemException(
                    ProblemType.STATE_CONFLICT,
                    "This is the last administrator who may sign in; name another one first.");
              }
            })
        .replaceWithVoid();
  }

  private static Uni<Void> done() {
    return Uni.createFrom().voidItem();
  }
}
