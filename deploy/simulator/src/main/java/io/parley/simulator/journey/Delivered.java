package io.parley.simulator.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.parley.simulator.delivery.Attempt;
import io.parley.simulator.delivery.Outcome;
import io.parley.simulator.delivery.Webhook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of customers' messages: one delivery per message and repetition, in order. */
public record Delivered(List<Delivery> deliveries) {

  public Delivered {
    deliveries = List.copyOf(deliveries);
  }

  /** The ids of the messages, each once. */
  @JsonProperty
  public List<String> messageIds() {
    return deliveries.stream().map(Delivery::messageId).distinct().toList();
  }

  /** How many deliveries were taken, by the provider's own rule. */
  @JsonProperty
  public long acknowledged() {
    return deliveries.stream().filter(Delivery::taken).count();
  }

  /**
   * The life of one webhook.
   *
   * @param url where it went; null if nothing is configured, in which case nothing is sent
   * @param taken whether the provider takes the last answer for a success
   * @param attempts for each try the HTTP status, or why there was no answer
   * @param status the last try's HTTP status
   * @param contentType the last answer's
   * @param answer the last try's body
   * @param milliseconds duration of the last try
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Delivery(
      String messageId,
      @Nullable String url,
      boolean taken,
      List<String> attempts,
      @Nullable Integer status,
      @Nullable String contentType,
      String answer,
      long milliseconds) {

    public Delivery {
      attempts = List.copyOf(attempts);
    }

    /** Nothing is configured. */
    public static Delivery nowhere(String messageId) {
      return new Delivery(messageId, null, false, List.of(), null, null, "", 0);
    }

    public static Delivery of(Webhook webhook, boolean taken, List<Attempt> attempts) {
      return of(webhook.messageId(), webhook, taken, attempts);
    }

    /** One message of a webhook that carries several. */
    public static Delivery of(
        String messageId, Webhook webhook, boolean taken, List<Attempt> attempts) {
      Attempt last = attempts.getLast();
      Outcome.Answered answered = last.outcome() instanceof Outcome.Answered a ? a : null;
      return new Delivery(
          messageId,
          webhook.url().toString(),
          taken,
          attempts.stream().map(Attempt::shown).toList(),
          last.status(),
          answered == null ? null : answered.contentType(),
          answered == null ? "" : answered.body(),
          last.milliseconds());
    }
  }
}
