package io.parley.admin.securedfield;

import io.parley.admin.access.Sight;
import io.parley.admin.configuration.ConfigurationStore;
import io.parley.admin.configuration.ConfiguredObjects;
import io.parley.admin.configuration.Deed;
import io.parley.admin.configuration.Deeds;
import io.parley.admin.configuration.Entry;
import io.parley.admin.configuration.Sealed;
import io.parley.admin.configuration.SecretFields;
import io.parley.admin.securityprofile.FieldRights;
import io.parley.admin.securityprofile.SecuredField;
import io.parley.channels.secrets.SecretCipher;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The secret fields of one object, for those who may see or change them. */
@ApplicationScoped
class SecuredFields {

  private final ConfigurationStore store;
  private final SecretFields fields;
  private final Deeds deeds;
  private final SecretCipher cipher;

  SecuredFields(ConfigurationStore store, SecretFields fields, Deeds deeds, SecretCipher cipher) {
    this.store = store;
    this.fields = fields;
    this.deeds = deeds;
    this.cipher = cipher;
  }

  /**
   * Whose fields.
   *
   * @param kind of the object
   * @param id of the object
   */
  record Owner(Kind kind, UUID id) {}

  /**
   * The state of one field after a change.
   *
   * @param version the ETag of the object
   */
  record Changed(SecretState state, long version) {}

  /**
   * The states of all fields, for those who may see the object or have a right to one of them.
   *
   * @throws ProblemException if it is nobody's business
   */
  Uni<SecretStates> states(Owner owner, Sight sight) {
    return store.current().map(all -> new SecretStates(states(all, owner, sight)));
  }

  /**
   * The value of one field in clear. That somebody has seen it stands in the audit before it is
   * given out.
   *
   * @throws ProblemException if it is not set or nothing grants it
   */
  Uni<SecretValue> read(Owner owner, String field, Sight sight) {
    return store
        .current()
        .map(
            all ->
                admitted(
                    all,
                    owner,
                    field,
                    sight,
                    "read",
                    (rights, secured) -> rights.mayRead(sight, secured)))
        .map(entry -> opened(entry, field))
        .call(
            () ->
                deeds.record(
                    new Deed("SECRET_READ", owner.kind(), owner.id(), Map.of("field", field)),
                    sight.user(),
                    () -> Uni.createFrom().voidItem()));
  }

  /**
   * Makes sure that somebody may set a field, as things are now.
   *
   * @throws ProblemException if somebody may not
   */
  Uni<Void> requireUpdate(Owner owner, String field, Sight sight) {
    return store.current().invoke(all -> requireUpdate(all, owner, field, sight)).replaceWithVoid();
  }

  private static Entry<?> requireUpdate(
      ConfiguredObjects all, Owner owner, String field, Sight sight) {
    return admitted(
        all, owner, field, sight, "update", (rights, secured) -> rights.mayUpdate(sight, secured));
  }

  /**
   * Sets one field.
   *
   * @param ifMatch the version that must be the present one; any if absent
   * @param grace how long the present value is accepted besides
   * @throws ProblemException if somebody may not, or the value is of no use
   */
  Uni<Changed> set(
      Owner owner,
      String field,
      @Nullable String ifMatch,
      String value,
      Duration grace,
      Sight sight) {
    SecretFields.Target target =
        new SecretFields.Target(
            owner.kind(),
            owner.id(),
            ifMatch,
            sight,
            (all, who) -> requireUpdate(all, owner, field, who));
    return fields
        .set(target, field, value, grace)
        .chain(
            entry ->
                store
                    .current()
                    .map(
                        all ->
                            new Changed(
                                SecretState.of(entry, field, FieldRights.of(all), sight),
                                entry.version())));
  }

  private List<SecretState> states(ConfiguredObjects all, Owner owner, Sight sight) {
    Entry<?> entry = found(all, owner, sight.seesEverything());
    FieldRights rights = FieldRights.of(all);
    List<SecretState> states = new ArrayList<>();
    for (String field : names(entry)) {
      states.add(SecretState.of(entry, field, rights, sight));
    }
    boolean concerned = states.stream().anyMatch(state -> state.mayRead() || state.mayUpdate());
    if (!concerned && !sight.isOneOf(entry.type().access().readers())) {
      throw forbidden("Nothing grants you a secret field of this " + owner.kind() + ".");
    }
    return states;
  }

  private static Entry<?> admitted(
      ConfiguredObjects all,
      Owner owner,
      String field,
      Sight sight,
      String right,
      BiPredicate<FieldRights, SecuredField> allowed) {
    Entry<?> entry = found(all, owner, sight.isAdministrator());
    boolean exists = names(entry).contains(field);
    if (!exists && sight.isAdministrator()) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "This " + owner.kind() + " has no secret field of this name.");
    }
    if (!exists || !allowed.test(FieldRights.of(all), SecuredField.of(entry, field))) {
      throw forbidden(
          "The permission to "
              + right
              + " this field is missing: no field security profile that"
              + " you are a member of grants it.");
    }
    return entry;
  }

  private static Entry<?> found(ConfiguredObjects all, Owner owner, boolean mayKnow) {
    return all.find(owner.id())
        .filter(entry -> entry.kind() == owner.kind())
        .orElseThrow(
            () ->
                mayKnow
                    ? new ProblemException(
                        ProblemType.NOT_FOUND,
                        "There is no " + owner.kind() + " with this id for you.")
                    : forbidden("Nothing grants you a secret field of this " + owner.kind() + "."));
  }

  private static List<String> names(Entry<?> entry) {
    TreeSet<String> names = new TreeSet<>(entry.type().secretFields(entry.body()));
    names.addAll(entry.sealed().keySet());
    return List.copyOf(names);
  }

  private SecretValue opened(Entry<?> entry, String field) {
    Sealed sealed = entry.sealed().get(field);
    if (sealed == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "This field is not set.");
    }
    try {
      return new SecretValue(cipher.decrypt(entry.id(), field, sealed.ciphertext()));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          ProblemType.STATE_CONFLICT,
          "The value does not open with the keys in use. Set it again, or bring back the key.");
    }
  }

  private static ProblemException forbidden(String detail) {
    return new ProblemException(ProblemType.FORBIDDEN, detail);
  }
}
