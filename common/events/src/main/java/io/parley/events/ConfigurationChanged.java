package io.parley.events;

import io.parley.events.configuration.ConfigurationObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One object of the configuration has this form from now on, or is gone.
 *
 * @param kind what sort of object it is
 * @param id its id
 * @param version of the whole configuration, rising with every change
 * @param data the object; absent when it was deleted
 */
public record ConfigurationChanged(
    ConfigurationObject.Kind kind, UUID id, long version, @Nullable ConfigurationObject data)
    implements EventData {}
