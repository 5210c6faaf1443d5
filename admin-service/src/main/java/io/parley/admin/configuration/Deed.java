package io.parley.admin.configuration;

import io.parley.events.configuration.ConfigurationObject;
import java.util.UUID;

/**
 * Something that a user did and that changes no configuration, but belongs into the audit.
 *
 * @param action what was done, as one word in capitals
 * @param kind what sort of object it was done to
 * @param objectId to which object
 * @param what came of it, for the audit; no secret and nothing that a customer wrote
 */
public record Deed(String action, ConfigurationObject.Kind kind, UUID objectId, Object what) {}
