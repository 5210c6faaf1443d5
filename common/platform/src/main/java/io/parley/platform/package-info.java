/**
 * What the services share on top of Quarkus: events, outbox, configuration in force, secrets,
 * problem details, identity.
 */
@NullMarked
package io.parley.platform;

import org.jspecify.annotations.NullMarked;
