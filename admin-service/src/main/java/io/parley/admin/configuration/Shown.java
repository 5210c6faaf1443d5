package io.parley.admin.configuration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/**
 * An object for one who asked for it.
 *
 * @param id its id
 * @param version its ETag
 * @param view what the one who asked may see of it
 */
record Shown(UUID id, long version, ObjectNode view) {}
