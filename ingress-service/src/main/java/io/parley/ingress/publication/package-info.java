/** What ingress publishes, and how it gets Kafka's verdict in time. */
@NullMarked
package io.parley.ingress.publication;

import org.jspecify.annotations.NullMarked;
