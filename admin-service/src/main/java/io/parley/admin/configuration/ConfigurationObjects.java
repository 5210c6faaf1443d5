package io.parley.admin.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.admin.access.Sight;
import io.parley.admin.validation.Findings;
import io.parley.platform.problem.ProblemException;
import io.parley.platform.problem.ProblemType;
import io.parley.platform.time.Identifiers;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** List, read, create, replace, patch and delete objects of any kind, by the rules of the kind. */
@ApplicationScoped
public class ConfigurationObjects {

  private final ConfigurationStore store;
  private final Creations creations;
  private final Identifiers identifiers;
  private final SecretRights secretRights;

  ConfigurationObjects(
      ConfigurationStore store,
      Creations creations,
      Identifiers identifiers,
      SecretRights secretRights) {
    this.store = store;
    this.creations = creations;
    this.identifiers = identifiers;
    this.secretRights = secretRights;
  }

  /** One page of the objects that somebody may see. */
  <D> Uni<Page<ObjectNode>> list(ObjectKind<D> kind, PageRequest request, Sight sight) {
    return store
        .current()
        .chain(
            configuration -> {
              Page<Entry<D>> page =
                  request.of(
                      configuration.all(kind.kind()).stream()
                          .flatMap(entry -> kind.cast(entry).stream())
                          .filter(entry -> kind.isVisible(entry, sight, configuration)));
              return shown(kind, page.items(), sight)
                  .map(shown -> new Page<>(shown.stream().map(Shown::view).toList(), page.next()));
            });
  }

  /**
   * One object that somebody may see.
   *
   * @throws ProblemException if there is none
   */
  <D> Uni<Shown> read(ObjectKind<D> kind, UUID id, Sight sight) {
    return store
        .current()
        .map(
            configuration ->
                configuration
                    .find(id)
                    .flatMap(kind::cast)
                    .filter(entry -> kind.isVisible(entry, sight, configuration))
                    .orElseThrow(() -> notFound(kind)))
        .chain(entry -> shown(kind, entry, sight));
  }

  /**
   * Creates an object. The same request again, known by its id or key, creates nothing and answers
   * as the first one did.
   *
   * @param idempotencyKey a key that the client has chosen for this request
   */
  <D> Uni<Shown> create(
      ObjectKind<D> kind, @Nullable JsonNode sent, Sight sight, @Nullable String idempotencyKey) {
    return create(kind, sent, sight.user(), idempotencyKey)
        .chain(entry -> shown(kind, entry, sight));
  }

  /**
   * Creates an object.
   *
   * @param author who does it; absent when the service itself does
   */
  public <D> Uni<Entry<D>> create(
      ObjectKind<D> kind,
      @Nullable JsonNode sent,
      @Nullable UUID author,
      @Nullable String idempotencyKey) {
    Findings findings = Findings.none();
    Submission submission = Submission.of(kind, sent, findings);
    UUID id = submission.id().orElseGet(identifiers::next);
    Creations.Request request =
        Creations.Request.of(
            kind.kind(),
            author,
            submission.id().orElse(null),
            idempotencyKey,
            Submission.object(sent));
    return sealed(kind, id, submission.secrets(), findings)
        .chain(
            secrets ->
                store.change(
                    author,
                    draft ->
                        creations
                            .earlier(request)
                            .chain(
                                earlier ->
                                    earlier.isPresent()
                                        ? Uni.createFrom().item(find(draft, kind, earlier.get()))
                                        : createNew(
                                            draft,
                                            kind,
                                            id,
                                            submission.body(),
                                            secrets,
                                            request,
                                            findings))));
  }

  private <D> Uni<Entry<D>> createNew(
      Draft draft,
      ObjectKind<D> kind,
      UUID id,
      ObjectNode body,
      SecretChanges secrets,
      Creations.Request request,
      Findings findings) {
    if (draft.find(id).isPresent()) {
      // Objects that are older than the memory of creations, such as the first administrator.
      throw new ProblemException(ProblemType.ALREADY_EXISTS, "An object has this id already.");
    }
    draft.put(kind, id, body, secrets, findings);
    findings.refuseIfAny();
    return creations.remember(id, request).replaceWith(() -> find(draft, kind, id));
  }

  /**
   * Replaces an object.
   *
   * @param ifMatch the header, which must name the present version
   */
  <D> Uni<Shown> replace(
      ObjectKind<D> kind, UUID id, @Nullable String ifMatch, @Nullable JsonNode sent, Sight sight) {
    Findings findings = Findings.none();
    Submission submission = Submission.of(kind, sent, findings);
    requireSameId(submission, id, findings);
    return changed(kind, id, ifMatch, submission, present -> submission.body(), sight, findings);
  }

  /**
   * Changes some fields of an object (JSON merge patch, RFC 7396).
   *
   * @param ifMatch the header, which must name the present version
   */
  <D> Uni<Shown> patch(
      ObjectKind<D> kind, UUID id, @Nullable String ifMatch, @Nullable JsonNode sent, Sight sight) {
    Findings findings = Findings.none();
    Submission submission = Submission.of(kind, sent, findings);
    requireSameId(submission, id, findings);
    return changed(
        kind,
        id,
        ifMatch,
        submission,
        present -> MergePatch.applied(present.deepCopy(), submission.body()),
        sight,
        findings);
  }

  private <D> Uni<Shown> changed(
      ObjectKind<D> kind,
      UUID id,
      @Nullable String ifMatch,
      Submission submission,
      Function<ObjectNode, ObjectNode> change,
      Sight sight,
      Findings findings) {
    ExpectedVersion expected = ExpectedVersion.parse(ifMatch);
    return sealed(kind, id, submission.secrets(), findings)
        .chain(
            secrets ->
                store.change(
                    sight.user(),
                    draft -> {
                      Entry<D> present = find(draft, kind, id);
                      expected.require(present.version());
                      ObjectNode body = change.apply(present.body());
                      SupervisorFields.require(
                          kind, present.body(), body, !submission.secrets().isEmpty(), sight);
                      secretRights.check(
                          present, submission.secrets().keySet(), sight, draft, findings);
                      draft.put(kind, id, body, secrets, findings);
                      findings.refuseIfAny();
                      return Uni.createFrom().item(find(draft, kind, id));
                    }))
        .chain(entry -> shown(kind, entry, sight));
  }

  /**
   * Deletes an object.
   *
   * @param ifMatch the header, which must name the present version
   * @throws InUseException if other objects depend on it
   */
  <D> Uni<Void> delete(ObjectKind<D> kind, UUID id, @Nullable String ifMatch, Sight sight) {
    ExpectedVersion expected = ExpectedVersion.parse(ifMatch);
    return store.change(
        sight.user(),
        draft -> {
          Entry<D> present = find(draft, kind, id);
          expected.require(present.version());
          Findings findings = Findings.none();
          draft.remove(kind, present, findings);
          findings.refuseIfAny();
          return Uni.createFrom().voidItem();
        });
  }

  /**
   * Gives an object another secret that has been sealed already.
   *
   * @param author who does it
   */
  public <D> Uni<Entry<D>> setSecret(
      ObjectKind<D> kind, UUID id, String field, String sealed, UUID author) {
    return store.change(
        author,
        draft -> {
          Entry<D> present = find(draft, kind, id);
          Findings findings = Findings.none();
          draft.put(
              kind,
              id,
              present.body(),
              new SecretChanges(Map.of(), Map.of(field, sealed), Duration.ZERO),
              findings);
          findings.refuseIfAny();
          return Uni.createFrom().item(find(draft, kind, id));
        });
  }

  /** Seals what is given, before the change begins: a password takes its time. */
  private static <D> Uni<SecretChanges> sealed(
      ObjectKind<D> kind, UUID id, Map<String, @Nullable String> given, Findings findings) {
    findings.refuseIfAny();
    return Multi.createFrom()
        .iterable(given.entrySet())
        .filter(field -> field.getValue() != null)
        .onItem()
        .transformToUniAndConcatenate(
            field ->
                kind.sealed(id, field.getKey(), String.valueOf(field.getValue()))
                    .map(ciphertext -> Map.entry(field.getKey(), ciphertext)))
        .collect()
        .asMap(Map.Entry::getKey, Map.Entry::getValue)
        .map(ciphertexts -> new SecretChanges(given, ciphertexts, Duration.ZERO));
  }

  private static void requireSameId(Submission submission, UUID id, Findings findings) {
    if (submission.id().isPresent() && !submission.id().get().equals(id)) {
      findings.add("/id", "must be the id in the path");
    }
  }

  private static <D> Entry<D> find(ConfiguredObjects objects, ObjectKind<D> kind, UUID id) {
    return objects.find(id).flatMap(kind::cast).orElseThrow(() -> notFound(kind));
  }

  private static ProblemException notFound(ObjectKind<?> kind) {
    return new ProblemException(
        ProblemType.NOT_FOUND, "There is no " + kind.kind() + " with this id for you.");
  }

  private static <D> Uni<Shown> shown(ObjectKind<D> kind, Entry<D> entry, Sight sight) {
    return shown(kind, List.of(entry), sight).map(List::getFirst);
  }

  private static <D> Uni<List<Shown>> shown(
      ObjectKind<D> kind, List<Entry<D>> entries, Sight sight) {
    return kind.additions(entries, sight)
        .map(
            additions ->
                entries.stream()
                    .map(
                        entry -> {
                          ObjectNode view = Views.of(entry);
                          Optional.ofNullable(additions.get(entry.id())).ifPresent(view::setAll);
                          view.remove(kind.hidden(entry, sight));
                          return new Shown(entry.id(), entry.version(), view);
                        })
                    .toList());
  }
}
