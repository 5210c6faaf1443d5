/** Shows that Parley reads and writes what Twilio writes and reads. */
@NullMarked
package io.parley.channels.twilio;

import org.jspecify.annotations.NullMarked;
