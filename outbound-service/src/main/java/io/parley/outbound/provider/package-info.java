/** Carries calls to providers. */
@NullMarked
package io.parley.outbound.provider;

import org.jspecify.annotations.NullMarked;
