package io.parley.admin.configuration;

import io.parley.events.configuration.ConfigurationObject.Kind;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The rules of every kind of object. */
@ApplicationScoped
class Kinds {

  private final Map<Kind, ObjectKind<?>> byKind = new EnumMap<>(Kind.class);

  Kinds(@All List<ObjectKind<?>> kinds) {
    kinds.forEach(kind -> byKind.put(kind.kind(), kind));
    for (Kind kind : Kind.values()) {
      Objects.requireNonNull(byKind.get(kind), () -> "there are no rules for " + kind);
    }
  }

  /** The rules of one kind. */
  ObjectKind<?> of(Kind kind) {
    return Objects.requireNonNull(byKind.get(kind));
  }

  /** The rules of the kind whose objects are at this path. */
  Optional<ObjectKind<?>> inCollection(String collection) {
    return byKind.values().stream()
        .filter(kind -> kind.kind().isAdministered())
        .filter(kind -> kind.kind().collection().equals(collection))
        .<ObjectKind<?>>map(kind -> kind)
        .findFirst();
  }

  /** The kinds that administrators administer, each after those that it refers to. */
  List<ObjectKind<?>> administered() {
    return byKind.values().stream()
        .filter(kind -> kind.kind().isAdministered())
        .<ObjectKind<?>>map(kind -> kind)
        .toList();
  }
}
