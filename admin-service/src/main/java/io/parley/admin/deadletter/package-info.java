/** Webhooks that were authentic and not understood: looking at them and having them read again. */
@NullMarked
package io.parley.admin.deadletter;

import org.jspecify.annotations.NullMarked;
