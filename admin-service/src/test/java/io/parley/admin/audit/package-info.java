/** Tests of the audit from within. */
@NullMarked
package io.parley.admin.audit;

import org.jspecify.annotations.NullMarked;
