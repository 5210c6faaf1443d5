package io.parley.events.configuration;

import io.parley.events.Defaulted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program that talks to customers before or beside agents (domain/automation-and-bots.md §5).
 *
 * @param id stable id
 * @param name what agents call it
 * @param language the language it speaks, BCP 47
 * @param enabled whether it is given conversations
 * @param webhook how it is called; absent if it is reached through topics
 * @param topics where it listens and answers; absent if it is called
 * @param secrets {@code apiKey}, which we show the bot, and {@code signingSecret}, which both sign
 *     with, if they are set; each encrypted for this bot and this field, Base64
 * @param previousSecrets those that were changed a short while ago, with the value before: what the
 *     bot signs is still accepted with it
 */
public record Bot(
    UUID id,
    String name,
    String language,
    boolean enabled,
    @Nullable Webhook webhook,
    @Nullable Topics topics,
    Map<String, String> secrets,
    @Defaulted Map<String, Account.PreviousSecret> previousSecrets)
    implements ConfigurationObject {

  /** Names of the secret fields that a bot may have, in order. */
  public static final List<String> SECRET_FIELDS = List.of("apiKey", "signingSecret");

  private static final String TOPIC = "[A-Za-z0-9._-]{1,249}";
  private static final String TOPIC_EXPECTED =
      "must be a topic name: 1 to 249 letters, digits, dots, underscores and hyphens";

  /**
   * We call the bot, and it answers in the same call.
   *
   * @param url where, {@code https}
   * @param timeLimit for one attempt, whole seconds, 1 to 60 seconds; 10 seconds if left out
   *     (domain/channels-and-accounts.md §6.3)
   * @param retries after the first attempt, 0 to 10; 2 if left out
   */
  public record Webhook(
      @NotBlank @Size(max = 2_000) String url,
      @Defaulted Duration timeLimit,
      @Defaulted @Min(0) @Max(10) Integer retries) {

    private static final Duration DEFAULT_TIME_LIMIT = Duration.ofSeconds(10);
    private static final int DEFAULT_RETRIES = 2;

    public Webhook {
      timeLimit = Objects.requireNonNullElse(timeLimit, DEFAULT_TIME_LIMIT);
      retries = Objects.requireNonNullElse(retries, DEFAULT_RETRIES);
    }
  }

  /**
   * The bot listens to a Kafka topic and answers on another one.
   *
   * @param inbound topic of what customers write, for the bot
   * @param outbound topic of what the bot answers
   */
  public record Topics(
      @NotNull @Pattern(regexp = TOPIC, message = TOPIC_EXPECTED) String inbound,
      @NotNull @Pattern(regexp = TOPIC, message = TOPIC_EXPECTED) String outbound) {}

  public Bot {
    secrets = Map.copyOf(secrets);
    previousSecrets = previousSecrets == null ? Map.of() : Map.copyOf(previousSecrets);
  }

  @Override
  public Kind kind() {
    return Kind.BOT;
  }

  /** Says which bot it is and nothing that opens it. */
  @Override
  public String toString() {
    return "Bot[" + id + "]";
  }
}
