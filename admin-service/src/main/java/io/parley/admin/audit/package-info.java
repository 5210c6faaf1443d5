/** The audit: who did what, when and from where, chained by hashes, append-only. */
@NullMarked
package io.parley.admin.audit;

import org.jspecify.annotations.NullMarked;
