package io.parley.admin.configuration;

import io.parley.events.configuration.ConfigurationObject;
import java.util.UUID;

/**
 * An object that stops another one from being deleted.
 *
 * @param kind what sort of object it is
 * @param id its id
 * @param name what administrators call it
 */
public record Dependant(ConfigurationObject.Kind kind, UUID id, String name) {

  /** The object as a dependant. */
  public static Dependant of(Entry<?> entry) {
    return new Dependant(entry.kind(), entry.id(), entry.name());
  }
}
