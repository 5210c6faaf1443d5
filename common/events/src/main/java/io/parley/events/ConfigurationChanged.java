package io.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parley.events.configuration.ConfigurationObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One object of the configuration has this form from now on, or is gone. Changes with one version
 * belong together: they are put in force together or not at all.
 *
 * @param kind what sort of object it is
 * @param id its id
 * @param version of the whole configuration, rising with every change
 * @param data the object; absent when it was deleted
 * @param more whether further changes with this version follow; left out when none does
 */
public record ConfigurationChanged(
    ConfigurationObject.Kind kind,
    UUID id,
    long version,
    @Nullable ConfigurationObject data,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) @FalseIfAbsent boolean more)
    implements EventData {

  /** A change that is the only one or the last one of its version. */
  public ConfigurationChanged(
      ConfigurationObject.Kind kind, UUID id, long version, @Nullable ConfigurationObject data) {
    this(kind, id, version, data, false);
  }
}
