package io.parley.routing.conversation;

import io.parley.events.TraceParent;
import java.time.Instant;

/**
 * What counts on while a conversation goes on.
 *
 * @param version changes of state and agent so far; commands name it
 * @param eventSequence events so far
 * @param messageCount messages in the thread
 * @param stateSince when the present state began
 * @param lastCustomerMessageAt when the customer last wrote
 * @param lastMessageAt when anybody last wrote
 * @param trace the trace of the customer's last message
 */
public record Progress(
    long version,
    long eventSequence,
    long messageCount,
    Instant stateSince,
    Instant lastCustomerMessageAt,
    Instant lastMessageAt,
    TraceParent trace) {

  Progress withEvents(long count) {
    return new Progress(
        version,
        eventSequence + count,
        messageCount,
        stateSince,
        lastCustomerMessageAt,
        lastMessageAt,
        trace);
  }

  Progress moved(Instant at) {
    return new Progress(
        version + 1, eventSequence, messageCount, at, lastCustomerMessageAt, lastMessageAt, trace);
  }

  Progress withCustomerMessage(CustomerMessage message) {
    return new Progress(
        version,
        eventSequence,
        messageCount + 1,
        stateSince,
        latest(lastCustomerMessageAt, message.receivedAt()),
        latest(lastMessageAt, message.receivedAt()),
        message.trace());
  }

  Progress withReply(Instant at) {
    return new Progress(
        version,
        eventSequence,
        messageCount + 1,
        stateSince,
        lastCustomerMessageAt,
        latest(lastMessageAt, at),
        trace);
  }

  private static Instant latest(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
