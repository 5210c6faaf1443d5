/** The configuration in force, as an immutable snapshot that follows the compacted topic. */
@NullMarked
package io.parley.platform.configuration;

import org.jspecify.annotations.NullMarked;
