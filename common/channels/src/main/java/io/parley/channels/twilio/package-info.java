/** Twilio: SMS, MMS and WhatsApp (providers/twilio-sms.md, providers/twilio-whatsapp.md). */
@NullMarked
package io.parley.channels.twilio;

import org.jspecify.annotations.NullMarked;
