/** Tests of the custom provider; docs/custom-channel.md is executed here. */
@NullMarked
package io.parley.channels.custom;

import org.jspecify.annotations.NullMarked;
