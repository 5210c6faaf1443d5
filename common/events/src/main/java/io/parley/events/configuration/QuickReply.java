package io.parley.events.configuration;

import io.parley.events.Defaulted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text that agents send with a few keys, in one language (domain/automation-and-bots.md §2).
 *
 * @param id stable id
 * @param title how agents find it, at most 100 characters
 * @param locale the language of the text, BCP 47
 * @param text at most 2,000 characters, with slugs such as {@code {FullName{Customer}}} and {@code
 *     {OCContext.key}}
 * @param tags to find it by, without blanks and without {@code #}, at most 50 characters each; at
 *     most 50
 * @param workstreamIds where it can be used; everywhere if there are none; at most 1,000
 * @param ownerId the only user who sees it among agents; absent for one that is everybody's
 */
public record QuickReply(
    UUID id,
    @NotBlank @Size(max = 100) String title,
    @NotNull @Size(max = 35) @Pattern(regexp = Language.PATTERN, message = Language.EXPECTED)
        String locale,
    @NotBlank @Size(max = 2_000) String text,
    @Defaulted @Size(max = 50)
        List<
                @NotNull @Size(max = 50)
                @Pattern(regexp = "[^\\s#]+", message = "must be one word without #") String>
            tags,
    @Defaulted @Size(max = 1_000) List<@NotNull UUID> workstreamIds,
    @Nullable UUID ownerId)
    implements ConfigurationObject {

  public QuickReply {
    tags = Copies.list(tags);
    workstreamIds = Copies.list(workstreamIds);
  }

  @Override
  public String name() {
    return title;
  }

  @Override
  public Kind kind() {
    return Kind.QUICK_REPLY;
  }
}
