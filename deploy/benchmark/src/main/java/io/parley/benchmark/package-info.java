/** {@code make bench}: figures of Parley beside the floor of the machine they were measured on. */
@NullMarked
package io.parley.benchmark;

import org.jspecify.annotations.NullMarked;
