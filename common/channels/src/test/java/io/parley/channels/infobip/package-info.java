/** Tests of Infobip's package. */
@NullMarked
package io.parley.channels.infobip;

import org.jspecify.annotations.NullMarked;
