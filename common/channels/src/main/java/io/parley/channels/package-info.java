/**
 * What a provider of a channel must be able to do: receive, send, look up, and describe itself.
 * Everything here is pure; ingress and outbound do the input and output. A new provider is one
 * package beside {@code twilio}.
 */
@NullMarked
package io.parley.channels;

import org.jspecify.annotations.NullMarked;
