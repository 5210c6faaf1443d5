/**
 * Transactions in PostgreSQL through the reactive client, readable on virtual and worker threads.
 */
@NullMarked
package io.parley.platform.database;

import org.jspecify.annotations.NullMarked;
