package io.parley.events;

import java.time.Instant;

/**
 * An instance of a service decides by this version of the configuration. Told after each change, at
 * most five times a second, and every ten seconds; whoever is silent for longer is in trouble or
 * gone. A record without a value says that the instance has stopped.
 *
 * @param service the service's name, such as {@code parley-routing}
 * @param instance tells apart the instances of a service; the same after a restart in its place
 * @param version of the whole configuration
 * @param appliedAt since when the instance decides by it
 * @param startedAt when the instance started
 */
public record ConfigurationApplied(
    String service, String instance, long version, Instant appliedAt, Instant startedAt)
    implements EventData {}
