/** Presences that the organisation has named itself. */
@NullMarked
package io.parley.admin.presence;

import org.jspecify.annotations.NullMarked;
