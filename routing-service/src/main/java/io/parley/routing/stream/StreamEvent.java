package io.parley.routing.stream;

import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;

/**
 * One event as it goes over the stream.
 *
 * @param type such as {@code offer.made}
 * @param seq the agent's next number
 * @param at when it was committed
 * @param data what the type says
 */
record StreamEvent(String type, long seq, Instant at, RawValue data) {}
