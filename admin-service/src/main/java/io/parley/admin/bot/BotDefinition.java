package io.parley.admin.bot;

import io.parley.events.Defaulted;
import io.parley.events.configuration.Bot.Topics;
import io.parley.events.configuration.Bot.Webhook;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A bot as an administrator defines it (domain/automation-and-bots.md §5). Its secret fields are
 * kept apart. It has either a webhook or topics.
 *
 * @param id stable id
 * @param name at most 100 characters
 * @param description for administrators, at most 2,000 characters
 * @param language the language it speaks, BCP 47
 * @param enabled whether it is given conversations; true if left out
 * @param webhook how it is called
 * @param topics where it listens and answers
 */
@Schema(name = "BotInput")
public record BotDefinition(
    UUID id,
    @NotBlank @Size(max = 100) String name,
    @Size(max = 2_000) @Nullable String description,
    @NotNull
        @Size(max = 35)
        @Pattern(
            regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*",
            message = "must be a language tag such as en or pt-BR")
        String language,
    @Defaulted Boolean enabled,
    @Valid @Nullable Webhook webhook,
    @Valid @Nullable Topics topics) {

  public BotDefinition {
    enabled = Objects.requireNonNullElse(enabled, true);
  }
}
