/** LINK Mobility's Common API: SMS sends, gates, inbound messages and delivery reports. */
@NullMarked
package io.parley.simulator.link;

import org.jspecify.annotations.NullMarked;
