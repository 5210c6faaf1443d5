/** Tests of the chain of the audit. */
@NullMarked
package io.parley.platform.audit;

import org.jspecify.annotations.NullMarked;
