/** Shows that Parley reads and writes what Google writes and reads. */
@NullMarked
package io.parley.channels.google;

import org.jspecify.annotations.NullMarked;
