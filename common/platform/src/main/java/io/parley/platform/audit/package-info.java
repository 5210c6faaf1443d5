/** The chain of hashes that shows whether the audit is whole; plain Java, also for use offline. */
@NullMarked
package io.parley.platform.audit;

import org.jspecify.annotations.NullMarked;
