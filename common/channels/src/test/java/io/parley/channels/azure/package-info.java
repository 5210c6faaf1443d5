/** Azure's wire, checked against its vectors, its examples and its own client. */
@NullMarked
package io.parley.channels.azure;

import org.jspecify.annotations.NullMarked;
