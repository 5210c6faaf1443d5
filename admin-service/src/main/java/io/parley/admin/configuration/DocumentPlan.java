package io.parley.admin.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.parley.admin.access.Sight;
import io.parley.admin.code.YamlDocument;
import io.parley.admin.configuration.ObjectKind.Secrecy;
import io.parley.admin.validation.Findings;
import io.parley.events.configuration.ConfigurationObject.Kind;
import io.parley.platform.problem.Problem;
import io.parley.platform.time.Identifiers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns a configuration document into a change set. A section holds all objects of its kind: those
 * that it does not name are deleted. A section that is left out changes nothing. Belongs to one
 * thread; does no I/O.
 */
final class DocumentPlan {

  private static final String ID = "id";

  private final YamlDocument document;
  private final Draft draft;
  private final Definitions definitions;
  private final Identifiers identifiers;
  private final SecretRights secretRights;
  private final Sight sight;
  private final Findings findings = Findings.none();
  private final Map<UUID, String> pointers = new LinkedHashMap<>();
  private final Map<Kind, Map<String, UUID>> coming = new HashMap<>();

  DocumentPlan(
      YamlDocument document,
      Draft draft,
      Definitions definitions,
      Identifiers identifiers,
      SecretRights secretRights,
      Sight sight) {
    this.document = document;
    this.draft = draft;
    this.definitions = definitions;
    this.identifiers = identifiers;
    this.secretRights = secretRights;
    this.sight = sight;
  }

  /**
   * Fills the draft.
   *
   * @param kinds in an order in which each refers to earlier ones
   * @throws io.parley.platform.problem.ProblemException with everything that is wrong, each with
   *     pointer and line
   */
  void fill(List<ObjectKind<?>> kinds) {
    ObjectNode sections = sections(kinds);
    for (ObjectKind<?> kind : kinds) {
      if (sections.path(kind.kind().collection()) instanceof ArrayNode section) {
        place(kind, section);
      }
    }
    // What could not be read is missing for all that refers to it: first things first.
    findings.refuseIfAny();
    List<Entry<?>> gone = new ArrayList<>();
    List<ObjectKind<?>> backwards = new ArrayList<>(kinds);
    Collections.reverse(backwards);
    for (ObjectKind<?> kind : backwards) {
      if (sections.has(kind.kind().collection())) {
        draft.base().all(kind.kind()).stream()
            .filter(entry -> !pointers.containsKey(entry.id()))
            .forEach(gone::add);
      }
    }
    gone.forEach(draft::drop);
    requireNoReferrers(gone, kinds);
    findings.refuseIfAny();
    gone.forEach(this::checkDeletion);
    for (Map.Entry<UUID, String> placed : List.copyOf(pointers.entrySet())) {
      draft.find(placed.getKey()).ifPresent(entry -> verify(entry, placed.getValue()));
    }
    findings.refuseIfAny();
  }

  private ObjectNode sections(List<ObjectKind<?>> kinds) {
    Set<String> known = new TreeSet<>();
    kinds.forEach(kind -> known.add(kind.kind().collection()));
    if (!(document.tree() instanceof ObjectNode sections)) {
      find("", "must be a mapping with " + DocumentExport.FORM + " and sections");
      findings.refuseIfAny();
      throw new IllegalStateException("refused");
    }
    JsonNode form = sections.path(DocumentExport.FORM);
    if (!form.isInt() || form.asInt() != DocumentExport.PRESENT_FORM) {
      find("/" + DocumentExport.FORM, "must be " + DocumentExport.PRESENT_FORM);
    }
    for (Map.Entry<String, JsonNode> section : sections.properties()) {
      String pointer = Findings.step(section.getKey());
      if (section.getKey().equals(DocumentExport.FORM)) {
        continue;
      }
      if (!known.contains(section.getKey())) {
        find(pointer, "unknown section; known are " + known);
      } else if (!section.getValue().isArray()) {
        find(pointer, "must be a list; [] for none");
      }
    }
    findings.refuseIfAny();
    return sections;
  }

  private <D> void place(ObjectKind<D> kind, ArrayNode section) {
    promiseKeys(kind, section);
    for (int i = 0; i < section.size(); i++) {
      String pointer = "/" + kind.kind().collection() + "/" + i;
      if (section.get(i) instanceof ObjectNode item) {
        place(kind, item.deepCopy(), pointer);
      } else {
        find(pointer, "must be a mapping");
      }
    }
  }

  /** Objects of one kind may refer to one another, whatever their order. */
  private <D> void promiseKeys(ObjectKind<D> kind, ArrayNode section) {
    if (kind.references().stream().noneMatch(path -> path.target() == kind.kind())) {
      return;
    }
    for (JsonNode item : section) {
      String key = Entry.compared(item.path("name").asText());
      coming
          .computeIfAbsent(kind.kind(), unused -> new HashMap<>())
          .computeIfAbsent(
              key,
              unused ->
                  draft
                      .withComparedKey(kind.kind(), key)
                      .<UUID>map(Entry::id)
                      .orElseGet(identifiers::next));
    }
  }

  private <D> void place(ObjectKind<D> kind, ObjectNode item, String pointer) {
    Findings found = Findings.none();
    JsonNode secrets = kind.secrecy() == Secrecy.SECRETS ? item.remove("secrets") : null;
    if (item.has(ID)) {
      found.add("/" + ID, "has no place in a document: objects go by their names");
    }
    resolveReferences(kind, item, found);
    if (item.path("name").isTextual()) {
      item.put("name", item.get("name").asText().strip());
    }
    // Which object it is can only be said of a definition that has been read.
    Optional<D> read =
        found.areThere()
            ? Optional.empty()
            : definitions.read(kind, identifiers.next(), item, found);
    if (read.isPresent()) {
      place(kind, item, read.get(), secrets, found, pointer);
    }
    add(found, pointer);
  }

  private <D> void place(
      ObjectKind<D> kind,
      ObjectNode item,
      D anonymous,
      @Nullable JsonNode secrets,
      Findings found,
      String pointer) {
    // The key of an address, for instance, is that of its canonical form.
    D named = draft.normalized(kind, anonymous);
    String key = Entry.comparedKey(kind, named);
    Optional<Entry<D>> present = draft.withComparedKey(kind.kind(), key).flatMap(kind::cast);
    UUID id =
        present
            .map(Entry::id)
            .or(() -> Optional.ofNullable(coming.getOrDefault(kind.kind(), Map.of()).get(key)))
            .orElseGet(identifiers::next);
    if (pointers.containsKey(id)) {
      found.add(kind.keyPointer(), "stands in the document twice");
      return;
    }
    pointers.put(id, pointer);
    D definition = definitions.read(kind, id, item, found).orElseThrow();
    SecretChanges changes = secretChanges(kind, id, present, secrets, found);
    draft.place(kind, id, definition, changes);
  }

  private <D> void resolveReferences(ObjectKind<D> kind, ObjectNode item, Findings found) {
    for (ReferencePath path : kind.references()) {
      path.replace(
          item,
          (pointer, key) -> {
            Optional<UUID> id =
                key.isTextual() ? idOf(path.target(), key.asText()) : Optional.empty();
            if (id.isEmpty()) {
              found.add(
                  pointer,
                  "there is no object with this name among "
                      + path.target().collection().replace('-', ' '));
              return key;
            }
            return TextNode.valueOf(id.get().toString());
          });
    }
  }

  private Optional<UUID> idOf(Kind kind, String key) {
    return Optional.ofNullable(coming.getOrDefault(kind, Map.of()).get(Entry.compared(key)))
        .or(() -> draft.withKey(kind, key).map(Entry::id));
  }

  /** A document says which secrets there are by references; what it does not name is removed. */
  private <D> SecretChanges secretChanges(
      ObjectKind<D> kind,
      UUID id,
      Optional<Entry<D>> present,
      @Nullable JsonNode secrets,
      Findings found) {
    if (kind.secrecy() != Secrecy.SECRETS) {
      return SecretChanges.NONE;
    }
    Map<String, Sealed> set = present.map(Entry::sealed).orElse(Map.of());
    Map<String, @Nullable String> given = new HashMap<>();
    Map<String, String> ciphertexts = new HashMap<>();
    Set<String> named = new HashSet<>();
    if (secrets != null && !secrets.isNull() && !secrets.isObject()) {
      found.add("/secrets", "must be a mapping");
      return SecretChanges.NONE;
    }
    if (secrets != null) {
      for (Map.Entry<String, JsonNode> field : secrets.properties()) {
        String name = field.getKey();
        String value = field.getValue().asText();
        named.add(name);
        if (!field.getValue().isTextual() || !value.startsWith("${")) {
          found.add(
              "/secrets" + Findings.step(name),
              "must be a reference such as ${env:PARLEY_SECRET_NAME} or ${file:NAME}: documents"
                  + " hold no secrets");
        } else if (!set.containsKey(name)
            || !DocumentExport.reference(
                    present.orElseThrow(), name, Objects.requireNonNull(set.get(name)))
                .equals(value)) {
          given.put(name, value);
          ciphertexts.put(name, kind.seal(id, name, value));
        }
      }
    }
    set.keySet().stream().filter(name -> !named.contains(name)).forEach(n -> given.put(n, null));
    present.ifPresent(
        entry -> secretRights.check(entry, given.keySet(), sight, draft.base(), found));
    return new SecretChanges(given, ciphertexts, Duration.ZERO);
  }

  /** In one pass: a document may take thousands away. */
  private void requireNoReferrers(List<Entry<?>> gone, List<ObjectKind<?>> kinds) {
    Map<UUID, Entry<?>> targets = new HashMap<>();
    gone.forEach(entry -> targets.put(entry.id(), entry));
    for (ObjectKind<?> kind : kinds) {
      for (Entry<?> referrer : draft.all(kind.kind())) {
        referrer.references().stream()
            .map(reference -> targets.get(reference.id()))
            .filter(Objects::nonNull)
            .distinct()
            .forEach(target -> findReferrer(referrer, target));
      }
    }
  }

  private void findReferrer(Entry<?> referrer, Entry<?> gone) {
    find(
        pointers.getOrDefault(referrer.id(), "/" + referrer.kind().collection()),
        "%s %s refers to %s %s, which is not in the document any more"
            .formatted(referrer.kind(), referrer.name(), gone.kind(), gone.name()));
  }

  private <D> void checkDeletion(Entry<D> gone) {
    Findings found = Findings.none();
    gone.type().checkDeletion(gone, draft, found);
    String place = "/" + gone.kind().collection();
    findings.addAll(
        found,
        error ->
            new Problem.FieldError(
                place,
                gone.name() + " is not in the document: " + error.detail(),
                document.positionOf(place).line()));
  }

  private <D> void verify(Entry<D> entry, String pointer) {
    Findings found = Findings.none();
    draft.verify(entry.type(), entry, found);
    add(found, pointer);
  }

  private void find(String pointer, String detail) {
    Findings found = Findings.none();
    found.add("", detail);
    add(found, pointer);
  }

  private void add(Findings found, String pointer) {
    findings.addAll(
        found,
        error -> {
          String place = pointer + error.pointer();
          return new Problem.FieldError(place, error.detail(), document.positionOf(place).line());
        });
  }
}
