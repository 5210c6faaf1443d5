/** Twilio's Messages API, status callbacks and inbound webhooks for SMS, MMS and WhatsApp. */
@NullMarked
package io.parley.simulator.twilio;

import org.jspecify.annotations.NullMarked;
