package io.parley.admin.configuration;

import io.parley.events.configuration.ConfigurationObject.Kind;
import java.util.UUID;

/**
 * One reference of one object to another.
 *
 * @param pointer where it stands in the definition
 * @param kind what kind of object must have the id
 * @param id of the other object
 */
public record Reference(String pointer, Kind kind, UUID id) {}
