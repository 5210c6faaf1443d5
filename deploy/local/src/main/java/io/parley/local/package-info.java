/**
 * {@code make run}: the whole of Parley on one machine, with a demo organisation and one journey
 * that is really made.
 */
@NullMarked
package io.parley.local;

import org.jspecify.annotations.NullMarked;
