package io.parley.events.configuration;

import io.parley.events.Channel;
import io.parley.events.Defaulted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text that is written once and sent to many, in several languages
 * (domain/channels-and-accounts.md §4.2, §7).
 *
 * @param id stable id
 * @param name at most 100 characters
 * @param description for administrators, at most 2,000 characters
 * @param channel SMS or WhatsApp
 * @param defaultLanguage BCP 47; counts for customers whose language is unknown or has no text, so
 *     it has a text
 * @param variables names that whoever sends it gives values for: letters, digits and underscore, at
 *     most 100 characters each, at most 100 of them. A text refers to them as {@code {$Name$}}; the
 *     placeholder <code>{{1}}</code> of a WhatsApp text is the first of them
 * @param texts by language, BCP 47; at most 100
 */
public record MessageTemplate(
    UUID id,
    @NotBlank @Size(max = 100) String name,
    @Size(max = 2_000) @Nullable String description,
    @NotNull Channel channel,
    @NotNull @Size(max = 35) @Pattern(regexp = Language.PATTERN, message = Language.EXPECTED)
        String defaultLanguage,
    @Defaulted @Size(max = 100)
        List<
                @NotNull
                @Pattern(
                    regexp = VARIABLE,
                    message = "must be 1 to 100 letters, digits, underscores")
                String>
            variables,
    @NotEmpty @Size(max = 100)
        Map<
                @Size(max = 35) @Pattern(regexp = Language.PATTERN, message = Language.EXPECTED)
                String,
                @NotNull @Valid Text>
            texts)
    implements ConfigurationObject {

  private static final String VARIABLE = "[A-Za-z0-9_]{1,100}";

  /**
   * The template in one language.
   *
   * @param text at most 1,600 characters; for WhatsApp exactly as it was approved
   * @param contentSid Twilio's id of the approved template, for WhatsApp: {@code HX} and 32
   *     hexadecimal digits
   */
  public record Text(
      @NotBlank @Size(max = 1_600) String text,
      @Pattern(regexp = "HX[0-9a-fA-F]{32}", message = "must be HX and 32 hexadecimal digits")
          @Nullable String contentSid) {}

  public MessageTemplate {
    variables = Copies.list(variables);
    texts = Copies.map(texts);
  }

  @Override
  public Kind kind() {
    return Kind.MESSAGE_TEMPLATE;
  }
}
