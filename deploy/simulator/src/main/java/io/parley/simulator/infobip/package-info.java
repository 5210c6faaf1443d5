/** Infobip's SMS API with its webhooks (providers/infobip.md). */
@NullMarked
package io.parley.simulator.infobip;

import org.jspecify.annotations.NullMarked;
