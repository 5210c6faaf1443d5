/** Tests of the JSON form of the configuration. */
@NullMarked
package io.parley.events.configuration;

import org.jspecify.annotations.NullMarked;
