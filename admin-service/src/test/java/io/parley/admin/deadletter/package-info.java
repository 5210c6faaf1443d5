/** Tests of the list of dead letters, without Kafka. */
@NullMarked
package io.parley.admin.deadletter;

import org.jspecify.annotations.NullMarked;
