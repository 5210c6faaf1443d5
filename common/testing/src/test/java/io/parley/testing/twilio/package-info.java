/** Checks the fixtures against the vectors of providers/twilio-sms.md. */
@NullMarked
package io.parley.testing.twilio;

import org.jspecify.annotations.NullMarked;
