package io.parley.simulator.recording;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers requests, messages and webhooks, the oldest being forgotten when a limit is reached.
 * Safe for use by many threads.
 */
public final class Recorder {

  private record Entry(RecordedMessage message, List<RecordedCallback> callbacks) {}

  /** A new message, before it has its place in the order. */
  public interface Arrival {
    RecordedMessage at(long sequence);
  }

  private final int keepRequests;
  private final int keepMessages;
  private final Deque<RecordedRequest> requests = new ArrayDeque<>();
  private final Deque<RecordedWebhook> webhooks = new ArrayDeque<>();
  private final Map<MessageKey, Entry> messages = new LinkedHashMap<>();
  private long requestCount;
  private long messageCount;

  public Recorder(int keepRequests, int keepMessages) {
    this.keepRequests = keepRequests;
    this.keepMessages = keepMessages;
  }

  /** How many messages have been taken since the last reset, including forgotten ones. */
  public synchronized long messageCount() {
    return messageCount;
  }

  /** How many requests have been seen since the last reset, including forgotten ones. */
  public synchronized long requestCount() {
    return requestCount;
  }

  public synchronized void request(RecordedRequest request) {
    requestCount++;
    append(requests, request.numbered(requestCount));
  }

  public synchronized RecordedMessage message(Arrival arrival) {
    messageCount++;
    RecordedMessage message = arrival.at(messageCount);
    messages.put(message.key(), new Entry(message, new ArrayList<>(2)));
    if (messages.size() > keepMessages) {
      messages.remove(messages.keySet().iterator().next());
    }
    return message;
  }

  public synchronized void callback(MessageKey message, RecordedCallback callback) {
    Entry entry = messages.get(message);
    if (entry != null) {
      entry.callbacks().add(callback);
    }
  }

  public synchronized void webhook(RecordedWebhook webhook) {
    append(webhooks, webhook);
  }

  /** Messages in order of arrival. */
  public synchronized List<RecordedMessage> messages(MessageFilter filter) {
    return messages.values().stream()
        .filter(e -> filter.fits(e.message()))
        .limit(filter.limit())
        .map(e -> e.message().with(e.callbacks()))
        .toList();
  }

  /** Requests in order of completion. */
  public synchronized List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  /** Outgoing calls in order of completion. */
  public synchronized List<RecordedWebhook> webhooks() {
    return List.copyOf(webhooks);
  }

  public synchronized void clear() {
    requests.clear();
    webhooks.clear();
    messages.clear();
    requestCount = 0;
    messageCount = 0;
  }

  private <T> void append(Deque<T> ring, T element) {
    ring.addLast(element);
    if (ring.size() > keepRequests) {
      ring.removeFirst();
    }
  }
}
