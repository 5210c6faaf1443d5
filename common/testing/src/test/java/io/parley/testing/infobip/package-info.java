/** Checks the fixtures against the vectors of providers/infobip.md. */
@NullMarked
package io.parley.testing.infobip;

import org.jspecify.annotations.NullMarked;
