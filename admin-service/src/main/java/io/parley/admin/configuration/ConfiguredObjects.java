package io.parley.admin.configuration;

import io.parley.events.configuration.ConfigurationObject.Kind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All objects at one moment, to look things up when something is checked. */
public interface ConfiguredObjects {

  /** The object with this id. */
  Optional<Entry<?>> find(UUID id);

  /** All of one kind, in no particular order. */
  List<Entry<?>> all(Kind kind);

  /** The object of this kind that this key stands for, in whatever case. */
  Optional<Entry<?>> withKey(Kind kind, String key);

  /** The objects that refer to this one, by name. */
  List<Entry<?>> referrers(UUID id);

  /** The definition of the object with this id, if it is of this type. */
  default <D> Optional<D> definition(UUID id, Class<D> type) {
    return find(id).map(Entry::definition).filter(type::isInstance).map(type::cast);
  }

  /** The definitions of one kind. */
  default <D> List<D> definitions(Kind kind, Class<D> type) {
    return all(kind).stream().map(entry -> type.cast(entry.definition())).toList();
  }
}
