package io.parley.admin.user;

import io.parley.admin.configuration.ConfigurationObjects;
import io.parley.admin.configuration.References;
import io.parley.admin.password.PasswordHash;
import io.parley.admin.password.Passwords;
import io.parley.admin.validation.Findings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates and changes users; works the password's hash out before the change begins. */
@ApplicationScoped
public class UserAccounts {

  private final ConfigurationObjects objects;
  private final Users users;
  private final References references;
  private final Passwords passwords;

  UserAccounts(
      ConfigurationObjects objects, Users users, References references, Passwords passwords) {
    this.objects = objects;
    this.users = users;
    this.references = references;
    this.passwords = passwords;
  }

  /**
   * Creates a user.
   *
   * @param author who does it; absent when the service itself does
   */
  public Uni<UserRow> create(
      @Nullable UserInput input, @Nullable UUID author, @Nullable String idempotencyKey) {
    return rulesFor(input).chain(rules -> objects.create(rules, input, author, idempotencyKey));
  }

  Uni<UserRow> replace(UUID id, @Nullable String ifMatch, @Nullable UserInput input, UUID author) {
    return rulesFor(input).chain(rules -> objects.replace(rules, id, ifMatch, input, author));
  }

  /** The rules where no password is set. */
  UserRules rules() {
    return new UserRules(users, references, Optional.empty());
  }

  private Uni<UserRules> rulesFor(@Nullable UserInput input) {
    String password = input == null ? null : input.password();
    if (input == null || password == null) {
      return Uni.createFrom().item(rules());
    }
    Findings findings = Findings.none();
    PasswordPolicy.check(input, findings);
    findings.refuseIfAny();
    return passwords.hash(password).map(this::rulesWith);
  }

  private UserRules rulesWith(PasswordHash hash) {
    return new UserRules(users, references, Optional.of(hash));
  }
}
