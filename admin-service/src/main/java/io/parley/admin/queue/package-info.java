/** Queues and their members. */
@NullMarked
package io.parley.admin.queue;

import org.jspecify.annotations.NullMarked;
