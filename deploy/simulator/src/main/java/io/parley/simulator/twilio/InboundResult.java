package io.parley.simulator.twilio;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an {@link InboundOrder}: one delivery per message and repetition, in order. */
public record InboundResult(List<Delivery> deliveries) {

  public InboundResult {
    deliveries = List.copyOf(deliveries);
  }

  /** The SIDs of the messages, each once. */
  @JsonProperty
  public List<String> messageSids() {
    return deliveries.stream().map(Delivery::messageSid).distinct().toList();
  }

  /** How many deliveries were answered with 2xx. */
  @JsonProperty
  public long acknowledged() {
    return deliveries.stream().filter(Delivery::isAcknowledged).count();
  }

  /**
   * The life of one webhook.
   *
   * @param url where it went; null if nothing is configured, in which case Twilio sends nothing
   * @param attempts for each try the HTTP status, or why there was no answer
   * @param status the last try's HTTP status
   * @param answer the last try's body
   * @param milliseconds duration of the last try
   * @param problem what Twilio would log for the account's owner
   * @param replies texts that the answer tells Twilio to send
   * @param fallbackStatus the answer of the fallback URL, if it was called
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Delivery(
      String messageSid,
      @Nullable String url,
      List<String> attempts,
      @Nullable Integer status,
      String answer,
      long milliseconds,
      @Nullable WebhookProblem problem,
      List<String> replies,
      @Nullable Integer fallbackStatus) {

    public Delivery {
      attempts = List.copyOf(attempts);
      replies = List.copyOf(replies);
    }

    boolean isAcknowledged() {
      return status != null && status >= 200 && status < 300;
    }
  }
}
