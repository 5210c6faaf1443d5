package io.parley.admin.identity;

import io.parley.admin.access.SignInUser;
import io.parley.admin.access.SignInUsers;
import io.parley.admin.configuration.Deed;
import io.parley.admin.configuration.Deeds;
import io.parley.admin.password.PasswordHash;
import io.parley.admin.password.PasswordRules;
import io.parley.admin.password.Passwords;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Lets users set another password for themselves. Guessing the old one is limited as sign-in is.
 */
@ApplicationScoped
class OwnPassword {

  private final SignInUsers users;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Sessions sessions;
  private final OneTimePasswords oneTime;
  private final Deeds deeds;

  OwnPassword(
      SignInUsers users,
      Passwords passwords,
      Attempts attempts,
      Sessions sessions,
      OneTimePasswords oneTime,
      Deeds deeds) {
    this.users = users;
    this.passwords = passwords;
    this.attempts = attempts;
    this.sessions = sessions;
    this.oneTime = oneTime;
    this.deeds = deeds;
  }

  /**
   * Sets another password and ends all sessions.
   *
   * @param address network address of the caller
   */
  Uni<Void> change(SignInUser user, String oldPassword, String newPassword, String address) {
    PasswordHash present =
        user.passwordHash()
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.STATE_CONFLICT, "You have no password here to change."));
    Findings findings = Findings.none();
    PasswordRules.flaw(newPassword, user.email())
        .ifPresent(flaw -> findings.add("/newPassword", flaw));
    if (newPassword.equals(oldPassword)) {
      findings.add("/newPassword", "must be another one");
    }
    findings.refuseIfAny();
    Attempts.Subjects subjects = Attempts.Subjects.of(user.email(), address);
    return attempts
        .count(subjects)
        .chain(() -> passwords.isRight(oldPassword, java.util.Optional.of(present)))
        .invoke(OwnPassword::requireRight)
        .call(() -> attempts.forgive(subjects))
        .chain(() -> passwords.hash(newPassword))
        .chain(hash -> keep(user, hash))
        .chain(() -> oneTime.clear(user.id()))
        .chain(() -> sessions.endAll(user.id(), EndReason.PASSWORD_CHANGED));
  }

  private Uni<Void> keep(SignInUser user, PasswordHash hash) {
    return users
        .setPassword(user.id(), hash)
        .chain(
            () ->
                deeds.record(
                    new Deed("PASSWORD_CHANGED", Kind.USER, user.id(), Map.of()),
                    user.id(),
                    () -> Uni.createFrom().voidItem()));
  }

  private static void requireRight(boolean right) {
    if (!right) {
      Findings findings = Findings.none();
      findings.add("/oldPassword", "is not the present password");
      findings.refuseIfAny();
    }
  }
}
