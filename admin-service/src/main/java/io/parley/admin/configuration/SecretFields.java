package io.parley.admin.configuration;

import io.parley.admin.access.Sight;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.platform.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Changes single secret fields and keys of objects, and ends the time in which old ones count. */
@ApplicationScoped
public class SecretFields {

  private static final String VALUE = "/value";

  private final ConfigurationStore store;
  private final Kinds kinds;
  private final Clock clock;

  SecretFields(ConfigurationStore store, Kinds kinds, Clock clock) {
    this.store = store;
    this.kinds = kinds;
    this.clock = clock;
  }

  /**
   * What is to be changed.
   *
   * @param kind what sort of object
   * @param id which one
   * @param ifMatch the version that must be the present one; any if absent
   * @param sight who does it
   * @param admission finds the object for the one who does it, or refuses
   */
  public record Target(
      Kind kind,
      UUID id,
      @Nullable String ifMatch,
      Sight sight,
      BiFunction<ConfiguredObjects, Sight, Entry<?>> admission) {

    private Entry<?> in(Draft draft) {
      Entry<?> entry = admission.apply(draft, sight);
      ExpectedVersion.parse(ifMatch == null ? "*" : ifMatch).require(entry.version());
      return entry;
    }
  }

  /**
   * Sets one secret field.
   *
   * @param value in clear
   * @param grace how long the present one is accepted besides
   */
  public Uni<Entry<?>> set(Target target, String field, String value, Duration grace) {
    return set(kinds.of(target.kind()), target, field, value, grace);
  }

  private <D> Uni<Entry<?>> set(
      ObjectKind<D> kind, Target target, String field, String value, Duration grace) {
    Map<String, @Nullable String> given = Map.of(field, value);
    return kind.sealed(target.id(), field, value)
        .map(ciphertext -> new SecretChanges(given, Map.of(field, ciphertext), grace))
        .chain(
            changes ->
                store.change(
                    target.sight().user(),
                    draft -> {
                      Entry<?> present = target.in(draft);
                      Sealed kept = present.sealed().get(field);
                      if (kept != null && kind.holds(target.id(), field, kept, value)) {
                        // Said twice, because an answer was lost: the grace goes on as it is.
                        return Uni.createFrom().item(present);
                      }
                      Findings findings = Findings.none();
                      draft.put(kind, target.id(), present.body(), changes, findings);
                      inRequest(findings).refuseIfAny();
                      return Uni.createFrom().item(draft.find(target.id()).orElseThrow());
                    }));
  }

  /**
   * Gives an object another key of the service's own.
   *
   * @param grace how long the present one is accepted besides
   */
  public Uni<Entry<?>> renew(Target target, Duration grace) {
    return store.change(
        target.sight().user(),
        draft -> {
          draft.renew(target.in(draft), grace);
          return Uni.createFrom().item(draft.find(target.id()).orElseThrow());
        });
  }

  /**
   * Takes away what is over. The versions of the objects stay, those of the services get to know.
   * Of several instances that come at once the first does it.
   */
  public Uni<Void> endGracePeriods() {
    return store
        .current()
        .chain(
            present ->
                isAnythingOver(present)
                    ? store.change(
                        null,
                        draft -> {
                          draft.endGracePeriods();
                          return Uni.createFrom().voidItem();
                        })
                    : Uni.createFrom().voidItem());
  }

  private boolean isAnythingOver(Configuration present) {
    Instant now = clock.instant();
    return present.objects().values().stream().anyMatch(entry -> !entry.at(now).equals(entry));
  }

  /** What is said of a secret field is said of the value that was sent. */
  private static Findings inRequest(Findings found) {
    Findings findings = Findings.none();
    findings.addAll(found, error -> new Problem.FieldError(VALUE, error.detail()));
    return findings;
  }
}
