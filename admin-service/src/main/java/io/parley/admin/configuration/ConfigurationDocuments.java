package io.parley.admin.configuration;

import io.parley.admin.access.Sight;
import io.parley.admin.code.Difference;
import io.parley.admin.code.Differences;
import io.parley.admin.code.Finding;
import io.parley.admin.code.RefusedDocumentException;
import io.parley.admin.code.YamlDocument;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.platform.problem.Problem;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.parley.platform.time.Identifiers;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The whole configuration as one document: exported, compared with what is, and made so. Reading
 * and comparing happens on worker threads; a plan that others have overtaken is made again.
 */
@ApplicationScoped
class ConfigurationDocuments {

  private static final int ATTEMPTS = 5;

  private final ConfigurationStore store;
  private final Kinds kinds;
  private final Definitions definitions;
  private final Identifiers identifiers;
  private final SecretRights secretRights;
  private final Clock clock;

  ConfigurationDocuments(
      ConfigurationStore store,
      Kinds kinds,
      Definitions definitions,
      Identifiers identifiers,
      SecretRights secretRights,
      Clock clock) {
    this.store = store;
    this.kinds = kinds;
    this.definitions = definitions;
    this.identifiers = identifiers;
    this.secretRights = secretRights;
    this.clock = clock;
  }

  /**
   * An exported document.
   *
   * @param version of the configuration that it shows
   * @param yaml in UTF-8
   */
  record Exported(long version, byte[] yaml) {}

  /**
   * What a document would change, or has changed.
   *
   * @param version of the configuration that the plan was made for; after an apply, the one that it
   *     has led to
   * @param empty whether there is nothing to change
   * @param changes in the order of kinds
   */
  @Schema(name = "ConfigurationPlan")
  record Plan(long version, boolean empty, List<Step> changes) {}

  /**
   * One object that changes.
   *
   * @param action what happens to it
   * @param kind what sort of object it is
   * @param key what stands for it in documents
   * @param differences of its fields; of a secret, only that the reference differs
   */
  @Schema(name = "PlannedChange")
  record Step(Action action, Kind kind, String key, List<Difference> differences) {}

  /** What happens to an object. */
  enum Action {
    CREATE,
    REPLACE,
    DELETE
  }

  Uni<Exported> export() {
    return store
        .current()
        .chain(
            configuration ->
                working(
                    () ->
                        new Exported(
                            configuration.version(),
                            YamlDocument.write(
                                DocumentExport.of(kinds.administered(), configuration)))));
  }

  Uni<Plan> plan(byte[] yaml, Sight sight) {
    return draft(yaml, sight)
        .chain(draft -> working(() -> described(draft, draft.base().version())));
  }

  /**
   * Makes it so, in one transaction.
   *
   * @param expected the version that the caller has seen
   */
  Uni<Plan> apply(byte[] yaml, ExpectedVersion expected, Sight sight) {
    return apply(yaml, expected, sight, 1);
  }

  private Uni<Plan> apply(byte[] yaml, ExpectedVersion expected, Sight sight, int attempt) {
    return draft(yaml, sight)
        .invoke(draft -> expected.require(draft.base().version()))
        .chain(
            draft ->
                store
                    .commit(sight.user(), draft)
                    .chain(
                        committed -> {
                          if (committed) {
                            return working(() -> described(draft, draft.after().version()));
                          }
                          if (attempt == ATTEMPTS) {
                            throw new ProblemException(
                                ProblemType.VERSION_CONFLICT,
                                "The configuration is being changed all the time; try again.");
                          }
                          return apply(yaml, expected, sight, attempt + 1);
                        }));
  }

  private Uni<Draft> draft(byte[] yaml, Sight sight) {
    return store
        .current()
        .chain(
            configuration ->
                working(
                    () -> {
                      Draft draft =
                          new Draft(
                              configuration,
                              kinds,
                              definitions,
                              configuration.version() + 1,
                              clock.instant().truncatedTo(ChronoUnit.MICROS));
                      new DocumentPlan(
                              read(yaml), draft, definitions, identifiers, secretRights, sight)
                          .fill(kinds.administered());
                      return draft;
                    }));
  }

  private static Plan described(Draft draft, long version) {
    List<Step> steps = new ArrayList<>();
    for (ChangeSet.Change change : draft.changeSet().changes()) {
      Entry<?> before = change.before();
      Entry<?> after = change.after();
      Action action =
          switch (change.action()) {
            case CREATED -> Action.CREATE;
            case REPLACED -> Action.REPLACE;
            case DELETED -> Action.DELETE;
          };
      steps.add(
          new Step(
              action,
              change.kind(),
              change.either().shownKey(after == null ? draft.base() : draft),
              Differences.between(exported(before, draft.base()), exported(after, draft))));
    }
    return new Plan(version, steps.isEmpty(), steps);
  }

  private static com.fasterxml.jackson.databind.JsonNode exported(
      @Nullable Entry<?> entry, ConfiguredObjects all) {
    return entry == null
        ? com.fasterxml.jackson.databind.node.MissingNode.getInstance()
        : DocumentExport.of(entry, all);
  }

  private static YamlDocument read(byte[] yaml) {
    try {
      return YamlDocument.read(yaml);
    } catch (RefusedDocumentException e) {
      List<Problem.FieldError> errors = new ArrayList<>();
      for (Finding finding : e.findings()) {
        errors.add(
            new Problem.FieldError(finding.pointer(), finding.detail(), finding.position().line()));
      }
      throw new ProblemException(
          Problem.of(
              ProblemType.UNREADABLE_BODY,
              "line " + errors.getFirst().line() + ": " + errors.getFirst().detail(),
              errors));
    }
  }

  private static <T> Uni<T> working(Supplier<T> work) {
    Executor here = MutinyHelper.executor(Vertx.currentContext());
    return Uni.createFrom()
        .item(work)
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .emitOn(here);
  }
}
