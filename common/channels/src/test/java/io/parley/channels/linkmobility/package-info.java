/** Tests of the provider LINK Mobility. */
@NullMarked
package io.parley.channels.linkmobility;

import org.jspecify.annotations.NullMarked;
