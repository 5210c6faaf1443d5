/** Tests of how configurations are made of the records of the topic. */
@NullMarked
package io.parley.platform.configuration;

import org.jspecify.annotations.NullMarked;
