package io.parley.admin.user;

import io.parley.admin.access.Sight;
import io.parley.admin.configuration.Access;
import io.parley.admin.configuration.Candidate;
import io.parley.admin.configuration.ConfiguredObjects;
import io.parley.admin.configuration.Dependant;
import io.parley.admin.configuration.Entry;
import io.parley.admin.configuration.InUseException;
import io.parley.admin.configuration.ObjectKind;
import io.parley.admin.configuration.ReferencePath;
import io.parley.admin.password.PasswordHash;
import io.parley.admin.password.PasswordRules;
import io.parley.admin.password.Passwords;
import io.parley.admin.skill.Ratings;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.events.configuration.User;
import io.parley.events.configuration.User.Role;
import io.parley.platform.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rules of users (domain/channels-and-accounts.md §9). A user without a password cannot sign in
 * with one. An agent sees the colleagues in the same queues, and little of them.
 */
@ApplicationScoped
class UserKind implements ObjectKind<User> {

  private static final String PASSWORD = "/password";

  private final Passwords passwords;

  UserKind(Passwords passwords) {
    this.passwords = passwords;
  }

  @Override
  public Kind kind() {
    return Kind.USER;
  }

  @Override
  public Class<User> type() {
    return User.class;
  }

  @Override
  public String name(User definition) {
    return definition.name();
  }

  @Override
  public String key(User definition) {
    return definition.email();
  }

  @Override
  public String keyPointer() {
    return "/email";
  }

  @Override
  public List<ReferencePath> references() {
    return List.of(
        new ReferencePath("/businessUnitId", Kind.BUSINESS_UNIT),
        new ReferencePath("/skills/*/skillId", Kind.SKILL),
        new ReferencePath("/capacityProfiles/*/capacityProfileId", Kind.CAPACITY_PROFILE),
        new ReferencePath("/defaultPresenceId", Kind.CUSTOM_PRESENCE));
  }

  @Override
  public Secrecy secrecy() {
    return Secrecy.PASSWORD;
  }

  @Override
  public void checkSecrets(Map<String, @Nullable String> given, Findings findings) {
    for (String password : given.values()) {
      PasswordRules.flaw(Objects.requireNonNullElse(password, ""), "")
          .ifPresent(flaw -> findings.add(PASSWORD, flaw));
    }
  }

  @Override
  public Uni<String> sealed(UUID id, String field, String secret) {
    return passwords.hash(secret).map(PasswordHash::encoded);
  }

  @Override
  public User check(User given, Candidate<User> candidate) {
    for (String password : candidate.givenSecrets().values()) {
      PasswordRules.flaw(Objects.requireNonNullElse(password, ""), given.email())
          .ifPresent(flaw -> candidate.findings().add(PASSWORD, flaw));
    }
    checkWork(given, candidate.all(), candidate.findings());
    candidate
        .before()
        .ifPresent(
            before -> {
              requireNotInQueues(given, before, candidate.all());
              if (isActiveAdministrator(before.definition()) && !isActiveAdministrator(given)) {
                requireAnotherAdministrator(before.id(), candidate.all(), candidate.findings());
              }
            });
    return given;
  }

  @Override
  public void checkDeletion(Entry<User> entry, ConfiguredObjects after, Findings findings) {
    if (isActiveAdministrator(entry.definition())) {
      requireAnotherAdministrator(entry.id(), after, findings);
    }
  }

  @Override
  public List<String> shownBesides() {
    return List.of("passwordSetAt");
  }

  @Override
  public Access access() {
    return Access.ALL_LOOK.withSupervisorFields(
        "capacity", "skills", "capacityProfiles", "defaultPresence", "defaultPresenceId");
  }

  @Override
  public boolean isVisible(Entry<User> entry, Sight sight, ConfiguredObjects all) {
    return sight.seesEverything()
        || entry.id().equals(sight.user())
        || (entry.definition().enabled() && isColleague(entry.id(), sight.user(), all));
  }

  @Override
  public List<String> hidden(Entry<User> entry, Sight sight) {
    return sight.seesEverything() || entry.id().equals(sight.user())
        ? List.of()
        : List.of(
            "email",
            "capacity",
            "businessUnitId",
            "skills",
            "capacityProfiles",
            "defaultPresence",
            "defaultPresenceId",
            "passwordSetAt");
  }

  private static void checkWork(User given, ConfiguredObjects all, Findings findings) {
    Set<UUID> skills = new HashSet<>();
    for (int i = 0; i < given.skills().size(); i++) {
      User.RatedSkill skill = given.skills().get(i);
      String place = "/skills/" + i;
      if (!skills.add(skill.skillId())) {
        findings.add(place + "/skillId", "stands in the list twice");
      }
      Ratings.require(place + "/rating", skill.skillId(), skill.rating(), all, findings);
    }
    Set<UUID> profiles = new HashSet<>();
    for (int i = 0; i < given.capacityProfiles().size(); i++) {
      if (!profiles.add(given.capacityProfiles().get(i).capacityProfileId())) {
        findings.add("/capacityProfiles/" + i + "/capacityProfileId", "stands in the list twice");
      }
    }
    if (given.defaultPresence() != null && given.defaultPresenceId() != null) {
      findings.add("/defaultPresenceId", "say either defaultPresence or defaultPresenceId");
    }
  }

  private static boolean isColleague(UUID user, UUID viewer, ConfiguredObjects all) {
    return all.referrers(viewer).stream()
        .filter(entry -> entry.kind() == Kind.QUEUE)
        .anyMatch(
            queue -> queue.references().stream().anyMatch(member -> member.id().equals(user)));
  }

  /** The members of a queue are agents. */
  private static void requireNotInQueues(User given, Entry<User> before, ConfiguredObjects all) {
    if (given.roles().contains(Role.AGENT) || !before.definition().roles().contains(Role.AGENT)) {
      return;
    }
    List<Dependant> queues =
        all.referrers(before.id()).stream()
            .filter(entry -> entry.kind() == Kind.QUEUE)
            .map(Dependant::of)
            .toList();
    if (!queues.isEmpty()) {
      throw new InUseException(queues);
    }
  }

  private static void requireAnotherAdministrator(
      UUID id, ConfiguredObjects all, Findings findings) {
    boolean exists =
        all.definitions(Kind.USER, User.class).stream()
            .anyMatch(other -> !other.id().equals(id) && isActiveAdministrator(other));
    if (!exists) {
      findings.add(
          ProblemType.STATE_CONFLICT,
          "",
          "This is the last administrator who may sign in; name another one first.");
    }
  }

  private static boolean isActiveAdministrator(User user) {
    return user.enabled() && user.roles().contains(Role.ADMINISTRATOR);
  }
}
