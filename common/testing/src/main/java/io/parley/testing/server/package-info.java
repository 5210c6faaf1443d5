/**
 * Real PostgreSQL and Kafka without an installed server: embedded from the binaries and jars of
 * Maven Central, or in containers. Used by the tests and by {@code make run}, so that there is one
 * way of starting them.
 */
@NullMarked
package io.parley.testing.server;

import org.jspecify.annotations.NullMarked;
