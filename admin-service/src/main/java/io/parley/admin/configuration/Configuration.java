package io.parley.admin.configuration;

import io.parley.events.configuration.ConfigurationObject.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole configuration at one version. Immutable; indexes are made when they are first needed.
 */
public final class Configuration implements ConfiguredObjects {

  /** Lists are in this order: by name, then id. */
  static final Comparator<Entry<?>> ORDER =
      Comparator.<Entry<?>, String>comparing(Entry::name).thenComparing(Entry::id);

  private final long version;
  private final Map<UUID, Entry<?>> objects;
  private volatile @Nullable Map<Kind, List<Entry<?>>> byKind;
  private volatile @Nullable Map<Kind, Map<String, Entry<?>>> byKey;
  private volatile @Nullable Map<UUID, List<Entry<?>>> byReference;

  Configuration(long version, Map<UUID, Entry<?>> objects) {
    this.version = version;
    this.objects = Map.copyOf(objects);
  }

  /** Rises with every committed change. */
  public long version() {
    return version;
  }

  Map<UUID, Entry<?>> objects() {
    return objects;
  }

  @Override
  public Optional<Entry<?>> find(UUID id) {
    return Optional.ofNullable(objects.get(id));
  }

  /** All of one kind, by name, then id. */
  @Override
  public List<Entry<?>> all(Kind kind) {
    Map<Kind, List<Entry<?>>> index = byKind;
    if (index == null) {
      index = new EnumMap<>(Kind.class);
      for (Entry<?> entry : objects.values()) {
        index.computeIfAbsent(entry.kind(), unused -> new ArrayList<>()).add(entry);
      }
      index.values().forEach(entries -> entries.sort(ORDER));
      byKind = index;
    }
    return index.getOrDefault(kind, List.of());
  }

  @Override
  public Optional<Entry<?>> withKey(Kind kind, String key) {
    Map<Kind, Map<String, Entry<?>>> index = byKey;
    if (index == null) {
      index = new EnumMap<>(Kind.class);
      for (Entry<?> entry : objects.values()) {
        index
            .computeIfAbsent(entry.kind(), unused -> new HashMap<>())
            .put(entry.comparedKey(), entry);
      }
      byKey = index;
    }
    return Optional.ofNullable(index.getOrDefault(kind, Map.of()).get(Entry.compared(key)));
  }

  @Override
  public List<Entry<?>> referrers(UUID id) {
    Map<UUID, List<Entry<?>>> index = byReference;
    if (index == null) {
      index = new HashMap<>();
      for (Entry<?> entry : objects.values()) {
        for (UUID other : entry.references().stream().map(Reference::id).distinct().toList()) {
          index.computeIfAbsent(other, unused -> new ArrayList<>()).add(entry);
        }
      }
      index.values().forEach(entries -> entries.sort(ORDER));
      byReference = index;
    }
    return index.getOrDefault(id, List.of());
  }
}
