package io.parley.simulator.recording;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try of one status callback.
 *
 * @param attempt from 1
 * @param answered HTTP status of the receiver's answer, null if there was none
 * @param failure why there was no answer
 */
public record RecordedCallback(
    String status,
    int attempt,
    Instant at,
    long milliseconds,
    @Nullable Integer answered,
    @Nullable String failure) {}
