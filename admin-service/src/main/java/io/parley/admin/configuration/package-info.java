/**
 * What all objects of the configuration have in common: listing, versions, idempotent creation,
 * audit, and publication in the same transaction.
 */
@NullMarked
package io.parley.admin.configuration;

import org.jspecify.annotations.NullMarked;
