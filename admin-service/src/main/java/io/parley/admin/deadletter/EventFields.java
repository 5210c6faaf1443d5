package io.parley.admin.deadletter;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.parley.events.EventType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The fields that events can have, as their classes say: which names there are, and which never
 * hold what a customer wrote or is called.
 */
final class EventFields {

  private static final Set<Class<?>> PLAIN =
      Set.of(
          UUID.class,
          Instant.class,
          Duration.class,
          boolean.class,
          Boolean.class,
          int.class,
          Integer.class,
          long.class,
          Long.class);

  private static final EventFields ALL = new EventFields();

  private final Set<String> names = new HashSet<>();
  private final Set<String> free = new HashSet<>();
  private final Set<String> words = new HashSet<>();
  private final Set<Class<?>> seen = new HashSet<>();

  private EventFields() {
    Arrays.stream(EventType.values()).map(EventType::dataType).forEach(this::visit);
  }

  /** Whether a field of some event is called so. */
  static boolean isName(String name) {
    return ALL.names.contains(name);
  }

  /** Whether every field called so holds an id, a time, a count or one of a fixed list of words. */
  static boolean isPlain(String name) {
    return isName(name) && !ALL.free.contains(name);
  }

  /** Whether a fixed list of some event has this word. */
  static boolean isWord(String value) {
    return ALL.words.contains(value);
  }

  private void visit(Type type) {
    switch (type) {
      case ParameterizedType generic -> {
        for (Type argument : generic.getActualTypeArguments()) {
          visit(argument);
        }
      }
      case WildcardType wildcard -> visit(wildcard.getUpperBounds()[0]);
      case Class<?> known when seen.add(known) -> visitClass(known);
      default -> {}
    }
  }

  private void visitClass(Class<?> known) {
    JsonTypeInfo typed = known.getAnnotation(JsonTypeInfo.class);
    if (typed != null) {
      names.add(typed.property());
    }
    if (known.isEnum()) {
      for (Object constant : known.getEnumConstants()) {
        words.add(((Enum<?>) constant).name());
      }
    }
    if (known.isSealed()) {
      Arrays.stream(known.getPermittedSubclasses()).forEach(this::visit);
    }
    if (known.isRecord()) {
      for (RecordComponent component : known.getRecordComponents()) {
        names.add(component.getName());
        if (!isPlain(component.getGenericType())) {
          free.add(component.getName());
        }
        visit(component.getGenericType());
      }
    }
  }

  /** A list is as plain as what is in it; a map has keys that anybody may have chosen. */
  private static boolean isPlain(Type type) {
    return switch (type) {
      case Class<?> known -> PLAIN.contains(known) || known.isEnum();
      case ParameterizedType generic when generic.getActualTypeArguments().length == 1 ->
          isPlain(generic.getActualTypeArguments()[0]);
      default -> false;
    };
  }
}
