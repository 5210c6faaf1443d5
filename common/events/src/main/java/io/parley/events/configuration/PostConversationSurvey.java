package io.parley.events.configuration;

import io.parley.events.Defaulted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What customers are asked when a conversation has ended (domain/automation-and-bots.md §4.2).
 *
 * @param enabled whether they are asked; true if left out
 * @param delivery how; by link if left out
 * @param url the survey, {@code https}; needed for a link, which is made personal
 * @param texts by language, BCP 47, at most 2,000 characters each: what stands before the link, for
 *     which there is a default text, or the question itself if it is asked in the conversation
 * @param botConversations what is different when no human took part; nothing if absent
 */
public record PostConversationSurvey(
    @Defaulted Boolean enabled,
    @Defaulted Delivery delivery,
    @Size(max = 2_000) @Nullable String url,
    @Defaulted @Size(max = 100)
        Map<
                @Size(max = 35) @Pattern(regexp = Language.PATTERN, message = Language.EXPECTED)
                String,
                @NotBlank @Size(max = 2_000) String>
            texts,
    @Valid @Nullable BotConversations botConversations) {

  /** How customers are asked. */
  public enum Delivery {
    /** A link to the survey is sent. */
    LINK,
    /** The question is asked in the conversation. */
    IN_CONVERSATION
  }

  /**
   * Conversations that only a bot has handled.
   *
   * @param enabled whether customers are asked; true if left out
   * @param url another survey, {@code https}; the same one if absent
   */
  public record BotConversations(
      @Defaulted Boolean enabled, @Size(max = 2_000) @Nullable String url) {

    public BotConversations {
      enabled = Objects.requireNonNullElse(enabled, true);
    }
  }

  public PostConversationSurvey {
    enabled = Objects.requireNonNullElse(enabled, true);
    delivery = Objects.requireNonNullElse(delivery, Delivery.LINK);
    texts = Copies.map(texts);
  }
}
