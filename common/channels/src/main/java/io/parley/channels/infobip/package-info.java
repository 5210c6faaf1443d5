/** Infobip, for SMS (providers/infobip.md). */
@NullMarked
package io.parley.channels.infobip;

import org.jspecify.annotations.NullMarked;
