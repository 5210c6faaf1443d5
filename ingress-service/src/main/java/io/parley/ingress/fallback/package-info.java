/** Keeps records in PostgreSQL while Kafka does not take them, and forwards them in order. */
@NullMarked
package io.parley.ingress.fallback;

import org.jspecify.annotations.NullMarked;
