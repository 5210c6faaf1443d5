/** Tests of calls to providers. */
@NullMarked
package io.parley.platform.provider;

import org.jspecify.annotations.NullMarked;
