/** LINK Mobility: SMS through its Common API or through MyLINK (providers/link-mobility.md). */
@NullMarked
package io.parley.channels.linkmobility;

import org.jspecify.annotations.NullMarked;
