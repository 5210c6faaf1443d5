/** Bring your own channel: any HTTP API by configuration alone, or Parley's own contract. */
@NullMarked
package io.parley.channels.custom;

import org.jspecify.annotations.NullMarked;
