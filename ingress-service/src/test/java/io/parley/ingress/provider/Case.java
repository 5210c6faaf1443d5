package io.parley.ingress.provider;

import io.parley.testing.webhook.WebhookCall;
import java.util.List;

/**
 * A line of a table: a call, its answer, and everything that is on Kafka because of it.
 *
 * @param name what the provider does
 * @param events as {@link Said} writes them, in any order
 */
record Case(String name, WebhookCall call, Answer answer, List<String> events) {

  static Case of(String name, WebhookCall call, Answer answer, String... events) {
    return new Case(name, call, answer, List.of(events));
  }

  @Override
  public String toString() {
    return name;
  }
}
