/** The objects of the configuration, as the compacted topic carries them to every service. */
@NullMarked
package io.parley.events.configuration;

import org.jspecify.annotations.NullMarked;
